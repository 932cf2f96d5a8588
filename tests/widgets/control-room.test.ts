import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fill } from '../../src/lib/fill.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import { exampleSettings, outlook, policies } from '../../src/models/control-room.ts';
import { figureEvidence } from '../../src/schemas/tags.ts';
import {
  defaults,
  limits,
  linkSchema,
  requests,
  settingsOf,
  type ControlState,
} from '../../src/widgets/control-room/control-room.ts';
import {
  curvesOf,
  designOf,
  placeIn,
  placesOf,
  under,
  viewOf,
} from '../../src/widgets/control-room/frontier.ts';
import { leverFigures } from '../../src/widgets/control-room/lever-figures.ts';
import {
  chanceWords,
  count,
  countFates,
  readingOf,
  wordsOf,
} from '../../src/widgets/control-room/wording.ts';
import { interfaceText } from '../support/interface-text.ts';

const { levers, ...labels } = interfaceText.controlRoom;
const state = (change: Partial<ControlState> = {}) => ({ ...defaults, ...change }) as ControlState;
const words = (change: Partial<ControlState> = {}) =>
  wordsOf(labels, state(change), readingOf(state(change)));

describe('the address', () => {
  it('gives the state at rest where it says nothing, and the one it names', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    const named = { ...defaults, policy: 'pause', careful: true, pause: 40, area: 99, seed: 999 };
    const texts = Object.entries(named).map(([key, value]) => [key, String(value)]);
    expect(v.parse(linkSchema, Object.fromEntries(texts))).toEqual(named);
  });

  it.each([
    { policy: 'hope' },
    { above: '201' },
    { area: '100' },
    { area: '49' },
    { attacks: '0' },
    { seed: '0' },
    { careful: 'yes' },
    { other: '1' },
  ])('%o is refused', (values) => {
    expect(v.safeParse(linkSchema, values).success).toBe(false);
  });

  it('starts where the example of the model does', () => {
    expect(settingsOf(defaults)).toEqual(exampleSettings);
  });

  it('holds nothing that the model refuses', () => {
    for (const end of [0, 1]) {
      const ends = Object.entries(limits).map(([key, range]) => [key, range[end]!]);
      for (const policy of policies) {
        for (const careful of [false, true]) {
          const each = readingOf(state({ ...Object.fromEntries(ends), policy, careful }));
          for (const value of Object.values(each.outlook)) expect(value).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});

describe('the stream at rest', () => {
  it('comes near the average with every policy and either attacker', () => {
    for (const policy of ['audit', 'light', 'block', 'trust'] as const) {
      for (const careful of [false, true]) {
        const { outlook: expected, passages } = readingOf(state({ policy, careful }));
        const { passes, stopped } = countFates(passages);
        expect(Math.abs(passes + stopped - expected.tried)).toBeLessThanOrEqual(4);
        expect(Math.abs(passes - expected.passing)).toBeLessThanOrEqual(4);
      }
    }
  });
});

describe('the plane', () => {
  const settings = settingsOf(defaults);

  it('puts every design where the model does', () => {
    const places = placesOf(settings);
    expect(places.map(({ design }) => design)).toHaveLength(policies.length + 1);
    for (const { design, outlook: each } of places) {
      expect(each).toEqual(outlook(under(settings, design)));
    }
    expect(designOf(settings)).toBe('audit');
    expect(designOf({ ...settings, atRandom: 1 })).toBe('random');
    expect(designOf({ ...settings, atRandom: 1, policy: 'block' })).toBe('block');
  });

  it('draws curves from trusting everything, through the discs of a share, without the line', () => {
    const curves = curvesOf(settings);
    const trusting = outlook({ ...settings, policy: 'trust' });
    for (const { design, points } of curves) {
      expect(points[0]!.passing, design).toBeCloseTo(trusting.passing, 10);
      expect(points[0]!.useful, design).toBeCloseTo(trusting.useful, 10);
      expect(points.at(-1)).toEqual(outlook({ ...under(settings, design), above: 1 }));
    }
    expect(curvesOf({ ...settings, above: 0.7 })).toEqual(curves);
  });

  it('holds everything in view for all prices', () => {
    for (const weak of limits.weak) {
      for (const look of limits.look) {
        for (const careful of [false, true]) {
          const each = settingsOf(state({ weak, look, careful, attacks: 40 }));
          const all = [
            ...curvesOf(each).flatMap(({ points }) => points),
            ...placesOf(each).map((place) => place.outlook),
          ];
          const view = viewOf(all, 40);
          for (const { across, up } of all.map((one) => placeIn(view, one))) {
            expect(across).toBeGreaterThanOrEqual(0);
            expect(across).toBeLessThanOrEqual(1);
            expect(up).toBeGreaterThanOrEqual(-1e-12);
            expect(up).toBeLessThanOrEqual(1);
          }
        }
      }
    }
  });
});

describe('the words', () => {
  it('say what the model gives, without a hole left', () => {
    for (const policy of policies) {
      for (const careful of [false, true]) {
        for (const above of [0, 20, 200]) {
          for (const atRandom of [0, 50, 100]) {
            const { finding, sentence } = words({ policy, careful, above, atRandom });
            expect(finding + sentence).not.toMatch(/[{}]|NaN|undefined/);
          }
        }
      }
    }
  });

  it('turn round when the model knows the line', () => {
    expect(words().finding).toBe(
      fill(labels.findings.audit, { n: 20, stopped: '7.4', tried: '20 sabotages', random: '1.6' }),
    );
    expect(words({ careful: true }).finding).toBe(
      fill(labels.findings.auditCareful, { n: 20, tried: '20 sabotages' }),
    );
    expect(words({ careful: true, atRandom: 50 }).finding).toBe(
      fill(labels.findings.auditCarefulMixed, { stopped: '0.8', tried: '20 sabotages' }),
    );
    expect(words({ careful: true, above: 200 }).finding).toBe(labels.findings.noRoom);
    // A good monitor leaves no room long before everything is above the line.
    expect(words({ careful: true, above: 120, area: 99 }).finding).toBe(labels.findings.noRoom);
    expect(words({ policy: 'block', above: 0 }).finding).toBe(
      fill(labels.findings.nothingAbove, { tried: '20 sabotages' }),
    );
  });

  it('know one from many', () => {
    expect(words({ policy: 'trust', attacks: 1 }).finding).toMatch(/lets 1 sabotage pass/);
    expect(words({ attacks: 1 }).finding).toMatch(/of 1 sabotage;/);
  });

  it('say the same of looks that need no line, whatever the model knows', () => {
    for (const change of [{ policy: 'light' }, { atRandom: 100 }] as const) {
      expect(words({ ...change, careful: true }).finding).toBe(words(change).finding);
    }
    expect(words({ policy: 'light', above: 0 }).finding).toBe(
      fill(labels.findings.light, { n: 0, stopped: '0', tried: '20 sabotages' }),
    );
  });

  it('print small chances in words, and certainty as a number', () => {
    expect(chanceWords(labels, 0.0004)).toBe(labels.hardlyEver);
    expect(chanceWords(labels, 0)).toBe('0.0 of 100');
    expect(chanceWords(labels, 0.371)).toBe('37.1 of 100');
    expect(count(20)).toBe('20');
    expect(count(7.41)).toBe('7.4');
    expect(count(100)).toBe('100');
  });
});

describe('the table', () => {
  it('has a row for each design, each end of the stream, and points of each curve', () => {
    const { table } = words({ careful: true });
    expect(table.rows).toHaveLength(8 + 6 + 6 * 8);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    const fates = table.rows.slice(8, 14).map((row) => Number(row.at(-1)));
    expect(fates.reduce((sum, each) => sum + each, 0)).toBe(requests);
    expect(new Set(table.rows.map(([head, above]) => `${head} ${above}`)).size).toBe(62);
  });
});

describe('the levers', () => {
  const text = levers.each.map(({ measured }) => measured.join(' ')).join(' ');

  it('fill every hole with a published figure, and name each figure', () => {
    const holes = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(holes.toSorted()).toEqual(Object.keys(leverFigures).toSorted());
  });

  it('rest on the entries that the figure lists', () => {
    const inWords = ['RH-005', 'DM-002', 'DM-004', 'M25-012', 'Y26-003'];
    const ids = [...Object.values(leverFigures).map(([id]) => id), ...inWords];
    expect(new Set(figureEvidence.ControlRoom)).toEqual(new Set(ids));
  });

  it('say “as reported” beside what nobody here has read', () => {
    const evidence = readEvidence();
    for (const finding of levers.each.flatMap(({ measured }) => measured)) {
      const ids = Object.entries(leverFigures).flatMap(([name, [id]]) =>
        finding.includes(`{${name}}`) ? [id] : [],
      );
      if (ids.some((id) => evidence.get(id)!.verified === 'secondary')) {
        expect(finding).toMatch(/as reported/);
      }
    }
  });
});
