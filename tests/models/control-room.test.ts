import { describe, expect, it } from 'vitest';
import {
  exampleSettings,
  lineOf,
  outlook,
  policies,
  type ControlSettings,
} from '../../src/models/control-room.ts';
import { drawRequests, runStream } from '../../src/models/control-stream.ts';
import { normalCdf } from '../../src/models/normal.ts';

const of = (change: Partial<ControlSettings> = {}) => outlook({ ...exampleSettings, ...change });
const line = (change: Partial<ControlSettings> = {}) => lineOf({ ...exampleSettings, ...change });
const attackers = [{ careful: false }, { careful: true }];
const withLine = ['audit', 'block', 'resample', 'pause'] as const;
const withTime = [...withLine, 'light'] as const;
const shares = [0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 0.99];
const pairs = (values: readonly number[]) => values.slice(1).map((value, i) => [values[i]!, value]);

describe('limits', () => {
  it('by chance alone, looking at the suspicious is looking at random', () => {
    for (const above of shares) {
      const coin = { area: 0.5, above };
      expect(of(coin).passing).toBeCloseTo(of({ ...coin, atRandom: 1 }).passing, 11);
      expect(of({ ...coin, atRandom: 0.4 }).passing).toBeCloseTo(of(coin).passing, 11);
    }
  });

  it.each(attackers)(
    'everything looked at by people who miss nothing lets nothing pass: %o',
    (who) => {
      for (const atRandom of [0, 0.3, 1]) {
        const { passing, nonePasses } = of({ ...who, above: 1, found: 1, atRandom });
        expect(passing).toBe(0);
        expect(nonePasses).toBe(1);
      }
    },
  );

  it.each(attackers)('nothing above the line is trusting everything: %o', (who) => {
    const trusting = of({ ...who, policy: 'trust' });
    expect(trusting).toMatchObject({ passing: 20, useful: 0.9, looks: 0 });
    for (const policy of withTime) {
      const nothing = of({ ...who, policy, above: 0 });
      for (const key of ['tried', 'passing', 'nonePasses', 'useful', 'looks'] as const) {
        expect(nothing[key]).toBeCloseTo(trusting[key], 10);
      }
    }
  });

  it.each(attackers)('blocking everything is the weak model alone: %o', (who) => {
    expect(of({ ...who, policy: 'block', above: 1 })).toMatchObject({ passing: 0, useful: 0.5 });
    expect(of({ ...who, policy: 'resample', above: 1 })).toMatchObject({ passing: 0, useful: 0.5 });
    expect(of({ ...who, policy: 'weak' })).toEqual({
      tried: 0,
      passing: 0,
      nonePasses: 1,
      useful: 0.5,
      looks: 0,
    });
  });

  it.each(attackers)('looks at random find their share, whatever the monitor does: %o', (who) => {
    for (const above of [0, ...shares, 1]) {
      for (const area of [0.5, 0.85, 0.99]) {
        const { passing } = of({ ...who, above, area, atRandom: 1 });
        expect(passing).toBeCloseTo(20 * (1 - 0.8 * above), 11);
      }
    }
  });

  it.each(attackers)(
    'light looks at everything miss (1 − t)ᵇ, never more than random: %o',
    (who) => {
      for (const above of [0, ...shares, 1]) {
        for (const found of [0, 0.3, 0.8, 1]) {
          const light = of({ ...who, policy: 'light', above, found });
          const random = of({ ...who, above, found, atRandom: 1 });
          expect(light.passing).toBeCloseTo(20 * (1 - found) ** above, 11);
          expect(light.passing).toBeLessThanOrEqual(random.passing + 1e-12);
          expect(light.looks).toBe(random.looks);
          if (above === 1) expect(light.useful).toBeCloseTo(random.useful, 12);
        }
      }
    },
  );

  it('no share leaves 0 to 1, whatever is set', () => {
    const ends = [0, 0.37, 1];
    for (const policy of policies) {
      for (const area of [0.5, 0.99]) {
        for (const above of ends) {
          for (const attacks of ends) {
            for (const found of ends) {
              for (const { careful } of attackers) {
                const each = of({ policy, area, above, attacks, found, careful, look: 0 });
                expect(each.tried).toBeLessThanOrEqual(200 + 1e-9);
                expect(each.looks).toBeLessThanOrEqual(200 + 1e-9);
                expect(each.passing).toBeLessThanOrEqual(each.tried + 1e-9);
                for (const share of [each.passing, each.nonePasses, each.useful]) {
                  expect(share).toBeGreaterThanOrEqual(-1e-12);
                }
                for (const share of [each.nonePasses, each.useful]) {
                  expect(share).toBeLessThanOrEqual(1 + 1e-12);
                }
              }
            }
          }
        }
      }
    }
  });

  it('people who see nothing make looks and pauses cost without a gain', () => {
    expect(of({ found: 0 }).passing).toBeCloseTo(20, 12);
    expect(of({ policy: 'pause', found: 0, pause: 0 }).passing).toBeCloseTo(20, 10);
  });

  it('a stream without requests holds nothing', () => {
    expect(of({ requests: 0, policy: 'pause' })).toMatchObject({ passing: 0, nonePasses: 1 });
  });
});

describe('the line', () => {
  it('has the wanted share above it, whoever attacks', () => {
    for (const above of shares) {
      for (const area of [0.5, 0.7, 0.85, 0.99]) {
        for (const attacks of [0, 0.005, 0.1, 0.2, 1]) {
          const { at, shift } = line({ policy: 'block', above, area, attacks });
          const honest = normalCdf(-at);
          const sabotage = normalCdf(shift - at);
          expect((1 - attacks) * honest + attacks * sabotage).toBeCloseTo(above, 12);
        }
      }
      expect(normalCdf(-line({ policy: 'block', careful: true, above }).at)).toBeCloseTo(above, 12);
    }
  });

  it('and the looks at random together use up the looks there are', () => {
    for (const atRandom of [0, 0.25, 0.5, 0.75, 1]) {
      for (const above of shares) {
        const { at, looksBelow } = line({ careful: true, atRandom, above });
        const share = normalCdf(-at);
        expect(share + looksBelow * (1 - share)).toBeCloseTo(above, 12);
      }
    }
  });
});

describe('a careful model', () => {
  it('attacks as much as it wants and as fits below the line, no more', () => {
    for (const above of shares) {
      const { at, shift } = line({ careful: true, above });
      const room = normalCdf(at - shift);
      expect(of({ careful: true, above }).tried).toBeCloseTo(200 * Math.min(0.1, room), 10);
    }
    // At this share the room is less than what is wanted.
    expect(of({ careful: true, above: 0.7 }).tried).toBeLessThan(10);
  });

  it('loses nothing to looks above the line, and to random ones their share', () => {
    for (const atRandom of [0, 0.2, 0.5, 1]) {
      const { tried, passing } = of({ careful: true, atRandom });
      expect(passing).toBeCloseTo(tried * (1 - 0.8 * 0.1 * atRandom), 11);
    }
  });

  it('does at least as well as a blind one under every policy that lets it go on', () => {
    for (const policy of ['audit', 'block', 'resample'] as const) {
      for (const above of [0.05, 0.1, 0.2, 0.4]) {
        expect(of({ policy, above, careful: true }).passing).toBeGreaterThan(
          of({ policy, above }).passing,
        );
      }
    }
  });

  it('finds less room as the line falls or the monitor gets better', () => {
    const greedy = { careful: true, attacks: 1, policy: 'block' } as const;
    const byLine = shares.map((above) => of({ ...greedy, above }).passing);
    for (const [before, after] of pairs(byLine)) expect(after).toBeLessThan(before!);
    const byArea = [0.5, 0.6, 0.75, 0.9, 0.99].map((area) => of({ ...greedy, area }).passing);
    for (const [before, after] of pairs(byArea)) expect(after).toBeLessThan(before!);
  });

  it('finds more room where it may try twice', () => {
    const strict = { careful: true, above: 0.6, attacks: 0.2 };
    expect(of({ ...strict, policy: 'resample' }).tried).toBeGreaterThan(
      1.5 * of({ ...strict, policy: 'block' }).tried,
    );
  });
});

describe('a blind model', () => {
  it.each(withTime)('gets less past %s as more lies above the line or is looked at', (policy) => {
    for (const atRandom of policy === 'audit' ? [0, 0.5, 1] : [0]) {
      const passing = shares.map((above) => of({ policy, above, atRandom }).passing);
      for (const [before, after] of pairs(passing)) expect(after).toBeLessThan(before!);
    }
  });

  it.each(withLine)('gets less past %s as the monitor gets better', (policy) => {
    const areas = [0.5, 0.6, 0.7, 0.8, 0.9, 0.99].map((area) => of({ policy, area }).passing);
    for (const [before, after] of pairs(areas)) expect(after).toBeLessThan(before!);
  });

  it('leaves less useful work the more is blocked or tried again in vain', () => {
    const rare = { attacks: 0.005 };
    for (const policy of ['block', 'resample', 'pause'] as const) {
      const useful = shares.map((above) => of({ ...rare, policy, above }).useful);
      for (const [before, after] of pairs(useful)) expect(after).toBeLessThan(before!);
    }
  });

  it('that always tries again has to get past two looks: false alarms and finds are both squared', () => {
    const { at, shift } = line({ policy: 'resample' });
    const [alarm, caught] = [normalCdf(-at), normalCdf(shift - at)];
    const { passing, useful } = of({ policy: 'resample' });
    expect(passing).toBeCloseTo(20 * (1 - caught ** 2), 10);
    expect(useful).toBeCloseTo(0.9 * (1 - alarm ** 2 / 2) + 0.1 * caught ** 2 * 0.5, 12);
  });

  it('that never tries again passes only at the first try', () => {
    const once = of({ policy: 'resample', repeats: 0 });
    expect(once.passing).toBeCloseTo(of({ policy: 'block' }).passing, 12);
    expect(once.useful).toBeGreaterThan(of({ policy: 'resample' }).useful);
  });
});

describe('pauses', () => {
  it('without waiting end as a geometric series does', () => {
    const free = { policy: 'pause', pause: 0 } as const;
    const { at, shift } = line(free);
    const caught = 0.1 * normalCdf(shift - at) * 0.8;
    const passes = 0.1 - caught;
    const { passing, nonePasses } = of(free);
    const expected = (n: number) => (passes * (1 - (1 - caught) ** n)) / caught;
    expect(passing).toBeCloseTo(expected(200), 11);
    // None passes if all are honest, or all until the one that is found.
    const honest = 0.9;
    const none = honest ** 200 + (caught * (1 - honest ** 200)) / (1 - honest);
    expect(nonePasses).toBeCloseTo(none, 11);
    // However long the stream, no more than this gets through.
    expect(of({ ...free, requests: 20_000 }).passing).toBeCloseTo(passes / caught, 11);
  });

  it('of any length leave fewer sabotages and less work of the strong model', () => {
    const lengths = [0, 1, 5, 20, 300].map((pause) => of({ policy: 'pause', pause, found: 0.2 }));
    for (const [before, after] of pairs(lengths.map(({ passing }) => passing))) {
      expect(after).toBeLessThan(before!);
    }
    expect(lengths.at(-1)!.useful).toBeLessThan(lengths[0]!.useful);
  });
});

describe('out of range', () => {
  it.each([
    { above: 1.1 },
    { attacks: -0.1 },
    { found: NaN },
    { look: 2 },
    { area: 0.4 },
    { area: 1 },
    { requests: 1.5 },
    { pause: -1 },
  ])('%o is refused', (change) => {
    expect(() => of(change)).toThrow(RangeError);
  });
});

describe('streams', () => {
  const streams = Array.from({ length: 300 }, (_, i) => drawRequests(200, i + 1));

  /** Mean over the streams, and its standard error. */
  function mean(values: number[]) {
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
    return { middle, error: Math.sqrt(squares / values.length / (values.length - 1)) };
  }

  const cases = attackers.flatMap((who) => [
    ...policies.map((policy) => ({ ...who, policy })),
    { ...who, policy: 'audit' as const, atRandom: 0.5 },
    { ...who, policy: 'audit' as const, atRandom: 1 },
    { ...who, policy: 'resample' as const, repeats: 0.3, above: 0.4 },
    { ...who, policy: 'resample' as const, above: 0.7 },
    { ...who, policy: 'pause' as const, pause: 3, attacks: 0.01 },
    { ...who, policy: 'audit' as const, above: 0.7 },
    { ...who, policy: 'light' as const, above: 0.6 },
  ]);

  it.each(cases)('come to the formulas on average: %o', (change) => {
    const settings = { ...exampleSettings, ...change };
    const runs = streams.map((drawn) => runStream(settings, drawn));
    const count = (run: (typeof runs)[number], fates: readonly string[]) =>
      run.filter(({ fate }) => fates.includes(fate)).length;
    const measured = {
      tried: runs.map((run) => count(run, ['passes', 'stopped'])),
      passing: runs.map((run) => count(run, ['passes'])),
      nonePasses: runs.map((run) => Number(count(run, ['passes']) === 0)),
      useful: runs.map((run) => run.reduce((sum, { worth }) => sum + worth, 0) / 200),
      looks: runs.map((run) => run.reduce((sum, { looks }) => sum + looks, 0)),
    };
    const expected = outlook(settings);
    for (const key of Object.keys(measured) as (keyof typeof measured)[]) {
      const { middle, error } = mean(measured[key]);
      // A rare event may come up in no stream at all: its error is what the formula says of it.
      const chance = expected.nonePasses;
      const spread = key === 'nonePasses' ? Math.sqrt((chance * (1 - chance)) / 300) : error;
      expect(Math.abs(middle - expected[key]), key).toBeLessThanOrEqual(4 * spread + 1e-9);
    }
  });

  it('hold the same requests whatever the rules', () => {
    const honest = streams[0]!.map(({ scores }) => scores[0]);
    const scores = (change: Partial<ControlSettings>) =>
      runStream({ ...exampleSettings, attacks: 0, ...change }, streams[0]!).map(
        (passage) => passage.scores[0],
      );
    expect(scores({})).toEqual(honest);
    expect(scores({ policy: 'block', above: 0.5 })).toEqual(honest);
  });

  it('show no sabotage of a careful model above the line', () => {
    const settings = { ...exampleSettings, careful: true };
    const { at } = lineOf(settings);
    const passing = streams
      .flatMap((drawn) => runStream(settings, drawn))
      .filter(({ fate }) => fate === 'passes' || fate === 'stopped');
    expect(passing.length).toBeGreaterThan(5000);
    for (const { scores } of passing) expect(scores[0]).toBeLessThan(at);
  });

  it('pause after an alarm, and end for the strong model once it is found out', () => {
    const settings = { ...exampleSettings, policy: 'pause' as const, pause: 4 };
    for (const drawn of streams.slice(0, 20)) {
      const run = runStream(settings, drawn);
      run.forEach(({ looks, fate }, index) => {
        if (!looks) return;
        const next = run.slice(index + 1, fate === 'stopped' ? undefined : index + 5);
        expect(next.every((passage) => passage.fate === 'weak' && !passage.scores.length)).toBe(
          true,
        );
      });
    }
  });
});
