import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { constantsOf, labCards, parametersOf, residualsOf } from '../../src/lab/cards.ts';
import { publishedCells } from '../../src/lib/published-cells.ts';
import { calibrate } from '../../src/models/calibration.ts';
import { folderOf } from '../../src/lib/figure-imports.mjs';
import { type ParameterName, parameters } from '../../src/models/cue-parameters.ts';
import { figureTags } from '../../src/schemas/tags.ts';
import type { LabCard } from '../../src/schemas/lab.ts';

vi.mock('astro:content', () => import('../support/astro-content.ts'));

const cards = new Map((await labCards()).map(({ id, data }) => [id, data]));
const horizon = cards.get('horizon')!;
const withChange = (change: Partial<LabCard>): LabCard => ({ ...horizon, ...change });

it('every figure has a card, a small picture and files that exist', () => {
  const names = Object.keys(figureTags).map(folderOf);
  expect([...cards.keys()].toSorted()).toEqual(names.toSorted());
  for (const [name, { models }] of cards) {
    const files = [
      `src/lab/thumbnails/${name}.astro`,
      ...models.map((model) => `src/models/${model}.ts`),
      ...models.slice(0, 1).map((model) => `tests/models/${model}.test.ts`),
    ];
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  }
});

describe.each([...cards])('the card of %s', (name, card) => {
  it('says what each value of the address is, and each preset is one', async () => {
    const rows = await parametersOf(name, card);
    expect(rows).toHaveLength(Object.keys(card.settings).length);
  });

  it('names numbers that are there', async () => {
    expect(constantsOf(name, card)).toHaveLength(card.constants.length);
    for (const { off, published, computed } of await residualsOf(name, card)) {
      expect(off).toBeCloseTo(published.value - computed.value, 1);
    }
  });
});

it('every cell of the fit stands on the card of the cue model, as far off as the calibration says', async () => {
  const rows = await residualsOf('cue-lab', cards.get('cue-lab')!);
  const fitted = rows.filter(({ use }) => use === 'fitted');
  for (const { value, residual } of calibrate(publishedCells()).cells) {
    const off = Math.round(10 * residual) / 10;
    expect(fitted).toContainEqual(
      expect.objectContaining({ off, published: expect.objectContaining({ value }) }),
    );
  }
});

it('the constants of the cue model are marked as the model marks them', () => {
  const { settings } = cards.get('cue-lab')!;
  const constants = [...cards].flatMap(([card, data]) =>
    data.constants.map(({ at, mark }) => ({ card, at, mark })),
  );
  for (const name of Object.keys(parameters) as ParameterName[]) {
    const { mark } = parameters[name];
    expect({ name, mark: settings[name]?.mark }).toEqual({ name, mark });
    for (const constant of constants.filter(({ at }) => at.endsWith(`Parameters.${name}`))) {
      expect(constant).toEqual({ ...constant, mark });
    }
  }
});

describe('a card at fault is refused, in a sentence', () => {
  const { used, ...others } = horizon.settings;

  it.each([
    ['a setting that is missing', { settings: others }, '“used” is missing'],
    [
      'one that is none',
      { settings: { ...horizon.settings, gamma: used! } },
      'there is no “gamma”',
    ],
    [
      'a preset out of range',
      { presets: [{ name: 'Too far', state: 'discount=3', says: 'Beyond the end.' }] },
      'the figure cannot show “Too far”',
    ],
  ])('%s', async (_, change, sentence) => {
    await expect(parametersOf('horizon', withChange(change))).rejects.toThrow(sentence);
  });

  it('a constant that is no number', () => {
    const constants = [{ ...horizon.constants[0]!, at: 'goal-guarding.publishedSetting.deployed' }];
    expect(() => constantsOf('horizon', withChange({ constants }))).toThrow('is no number');
  });

  it('numbers in two units, and those that nobody published or computed', async () => {
    const [residual] = horizon.residuals;
    const refused = (change: object) =>
      expect(residualsOf('horizon', withChange({ residuals: [{ ...residual!, ...change }] })))
        .rejects;
    await refused({ model: 'default.gap' }).toThrow('one is in “%”, the other in “points”');
    await refused({ model: 'default.none' }).toThrow('there is no number “default.none”');
    await refused({ figure: 'none' }).toThrow('has no single value none');
    await refused({ variation: 146, figure: 'af' }).toThrow('has no row 146');
  });
});
