import { describe, expect, it } from 'vitest';
import { defaults as race } from '../../src/widgets/buoy-race/buoy-race.ts';
import { defaults as corridor } from '../../src/widgets/coin-corridor/coin-corridor.ts';
import { atRest, numbers } from '../../src/lib/two-failures.ts';
import { interfaceText } from '../support/interface-text.ts';

const words = interfaceText.twoFailures;
const computed = numbers();
const value = (name: keyof typeof computed) => Number(computed[name]);

describe('the table of two failures', () => {
  it('takes both learners as their figures show them at first', () => {
    expect(atRest.race).toEqual(race);
    expect(atRest.corridor).toEqual({
      randomShare: corridor.share / 100,
      salience: corridor.salience / 100,
      seed: corridor.seed,
      episodes: corridor.episodes,
    });
  });

  it('tells what its rows say', () => {
    expect(value('coinTrained')).toBeGreaterThanOrEqual(99);
    expect(value('coinReward')).toBeLessThanOrEqual(value('coinBest'));
    expect(value('coinNew')).toBeLessThan(50);
    expect(value('coinMended')).toBeGreaterThanOrEqual(90);
    expect(value('boatReward')).toBeGreaterThan(5 * value('boatLap'));
    expect(value('boatTrained')).toBe(0);
    expect(value('boatMended')).toBeGreaterThanOrEqual(99);
  });

  it('has a number for every hole in its words, and uses each', () => {
    const holes = words.rows.flatMap(({ corridor, race }) =>
      [...`${corridor} ${race}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
    );
    expect([...new Set(holes)].sort()).toEqual(Object.keys(computed).sort());
  });

  it('has no number typed', () => {
    const all = words.rows.map(({ corridor, race }) => `${corridor} ${race}`).join(' ');
    expect(all.replaceAll('of 100', '')).not.toMatch(/\d/);
  });
});
