import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cueModel } from '../../src/models/cue-model.ts';
import { futureWeight } from '../../src/models/goal-guarding.ts';
import {
  across,
  conversations,
  curvesOf,
  defaults,
  down,
  finding,
  furthest,
  highestStakes,
  horizonWords,
  linkSchema,
  pathOf,
  plot,
  printed,
  ratesOf,
  sentence,
  settingOf,
  shareStep,
  stakesStep,
  tableOf,
  ticks,
  type HorizonState,
} from '../../src/widgets/horizon/horizon.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.horizon;
const at = (changed: Partial<HorizonState>): HorizonState => ({ ...defaults, ...changed }) as never;

const published = {
  faking: { value: 11.9, se: 1.7 },
  training: { value: 14.2, se: 1.9 },
  deployment: { value: 2.8, se: 0.9 },
  gap: { value: 11.3, se: 2.1 },
  speedTest: { value: 12 },
};

/** Every position of the sliders, a few thousand states. */
function* everyState(): Generator<HorizonState> {
  for (const used of [true, false]) {
    for (let hundredth = 0; hundredth <= 100 * furthest; hundredth += 1) {
      for (let stakes = 0; stakes <= highestStakes; stakes += stakesStep) {
        for (const terminal of [0, 75, 100]) {
          yield { used, discount: hundredth / 100, stakes, terminal };
        }
      }
    }
  }
}

describe('the address', () => {
  it('gives the state at rest where it says nothing, and the settings where it does', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    const link = { used: 'false', discount: '0.07', stakes: '2.5', terminal: '5' };
    expect(v.parse(linkSchema, link)).toEqual(
      at({ used: false, discount: 0.07, stakes: 2.5, terminal: 5 }),
    );
  });

  it('reads back what it wrote, for every position of the sliders', () => {
    for (const state of everyState()) {
      const link = Object.fromEntries(Object.entries(state).map(([key, x]) => [key, String(x)]));
      expect(v.parse(linkSchema, link)).toEqual(state);
    }
  });

  it.each([
    { used: 'maybe' },
    { discount: '1' },
    { discount: '0.995' },
    { discount: '-0.1' },
    { discount: '' },
    { stakes: '5.5' },
    { stakes: '1.25' },
    { stakes: '-1' },
    { terminal: '101' },
    { terminal: '33' },
    { horizon: '0.9' },
  ])('refuses %j', (values) => {
    expect(v.safeParse(linkSchema, values).success).toBe(false);
  });

  it('offers steps that add up to the state at rest', () => {
    expect(defaults.terminal % shareStep).toBe(0);
    expect(defaults.stakes % stakesStep).toBe(0);
    expect(defaults).toEqual({ used: true, discount: 0.9, stakes: 1, terminal: 75 });
  });
});

describe('the rates', () => {
  it('are those of the cue model, in per cent', () => {
    const { yours } = ratesOf(defaults);
    expect(yours.alignmentFaking).toBeCloseTo(100 * cueModel().alignmentFaking, 9);
    expect(yours.complyDeployment).toBeCloseTo(100 * cueModel({ tier: 'paid' }).comply, 9);
  });

  it('follow the split only where the published setting is left', () => {
    const spread = (state: HorizonState) => {
      const { terminal, instrumental } = ratesOf(state);
      return Math.abs(terminal.alignmentFaking - instrumental.alignmentFaking);
    };
    expect(spread(defaults)).toBeLessThan(1e-10);
    expect(spread(at({ discount: 0.75, stakes: 3 }))).toBeLessThan(1e-10);
    for (const state of [{ used: false }, { discount: 0.5 }, { stakes: 2 }]) {
      expect(spread(at(state))).toBeGreaterThan(4);
    }
  });

  it('of the reader’s split at an end are those of the extreme', () => {
    for (const [terminal, extreme] of [
      [100, 'terminal'],
      [0, 'instrumental'],
    ] as const) {
      const rates = ratesOf(at({ used: false, terminal }));
      expect(rates.yours).toEqual(rates[extreme]);
    }
  });
});

describe('the picture', () => {
  it('holds every rate of every state', () => {
    let most = 0;
    for (const state of everyState()) {
      most = Math.max(most, ratesOf(state).yours.complyTraining);
    }
    expect(most).toBeGreaterThan(20);
    expect(most).toBeLessThan(plot.highest);
  });

  it('counts conversations along the axis, a hundred at its end', () => {
    expect(ticks.map(conversations)).toEqual([1, 2, 5, 10, 20, 50, 100]);
    expect(across(0)).toBe(plot.left);
    expect(across(0.9)).toBeCloseTo(plot.left + plot.width / 2, 9);
    expect(across(furthest)).toBeCloseTo(plot.left + plot.width, 9);
    expect(down(0) - down(plot.highest)).toBeCloseTo(plot.height, 9);
  });

  it('draws each curve from end to end, through the rates as set', () => {
    const state = at({ stakes: 2, terminal: 40 });
    const curve = curvesOf(state).yours;
    const middle = curve.find(({ discount }) => Math.abs(discount - 0.9) < 1e-9)!;
    expect(middle.alignmentFaking).toBeCloseTo(ratesOf(state).yours.alignmentFaking, 9);
    const path = pathOf(curve, 'complyTraining');
    expect(path).toMatch(/^M0 [\d.]+(L[\d.]+ [\d.]+)+$/);
    expect(path).toMatch(/L100 [\d.]+$/);
  });
});

describe('the finding', () => {
  it.each([
    [{}, 'findingPublished'],
    [{ terminal: 0 }, 'findingPublished'],
    [{ discount: 0.75, stakes: 3 }, 'findingAlike'],
    [{ discount: 0.72, stakes: 3.5, terminal: 100 }, 'findingAlike'],
    [{ used: false }, 'findingPartEnded'],
    [{ stakes: 0 }, 'findingPartEnded'],
    [{ discount: 0, terminal: 0 }, 'findingEnded'],
    [{ used: false, terminal: 100 }, 'findingTerminal'],
    [{ discount: 0.5 }, 'findingLess'],
    [{ stakes: 5 }, 'findingMore'],
  ])('of %j is %s', (changed, expected) => {
    expect(finding(at(changed))).toBe(expected);
  });

  it('says that all look alike nowhere else on the sliders', () => {
    const alike = new Set<string>();
    for (const state of everyState()) {
      if (finding(state) !== 'findingAlike') continue;
      alike.add(`${state.discount} ${state.stakes}`);
      expect(futureWeight(settingOf(state))).toBeCloseTo(1, 9);
      expect(state.stakes, 'graver stakes make up for a shorter horizon').toBeGreaterThan(1);
    }
    expect([...alike].sort()).toEqual(['0.72 3.5', '0.75 3']);
  });
});

describe('the words', () => {
  it('of the sentence leave no hole', () => {
    for (const changed of [{}, { used: false }, { discount: 0, terminal: 0 }]) {
      expect(sentence(labels, at(changed))).not.toMatch(/[{}]/);
    }
  });

  it('count one conversation as this one', () => {
    expect(horizonWords(labels, 0)).toBe(labels.onlyThis);
    expect(horizonWords(labels, 0.97)).toContain('33');
  });

  it('print an error only where one is recorded', () => {
    expect(printed(published.faking)).toBe('11.9 ± 1.7');
    expect(printed(published.speedTest)).toBe('12');
  });
});

describe('the table', () => {
  it('has the published rows, the model as published, and the horizons with the one set', () => {
    const { columns, rows } = tableOf(labels, at({ discount: 0.85 }), published);
    expect(rows).toHaveLength(3 + ticks.length + 1);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    const heads = rows.map(([head]) => head);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads.filter((head) => String(head).includes('0.85'))).toHaveLength(1);
    expect(heads.join(' ')).not.toMatch(/[{}]/);
    expect(tableOf(labels, defaults, published).rows).toHaveLength(3 + ticks.length);
  });

  it('holds the picture’s rates', () => {
    const state = at({ used: false, terminal: 0 });
    const { rows } = tableOf(labels, state, published);
    const now = rows.find(([head]) => String(head).includes('0.9,'))!;
    const rates = ratesOf(state);
    expect(now.slice(1, 4)).toEqual(
      [rates.yours, rates.terminal, rates.instrumental].map(({ alignmentFaking }) =>
        alignmentFaking.toFixed(1),
      ),
    );
    // Whatever is set, the model as published stays for comparison.
    expect(rows[2]!.slice(1)).toEqual(['11.0', '11.0', '11.0', '14.3', '1.7', '12.6']);
  });
});
