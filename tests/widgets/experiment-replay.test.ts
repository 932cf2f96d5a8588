import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { publishedCells } from '../../src/lib/published-cells.ts';
import { calibrate, rowCues, type Quantity, type RowName } from '../../src/models/calibration.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import {
  defaults,
  draw,
  linkSchema,
  modelRates,
  mostHundreds,
  residual,
} from '../../src/widgets/experiment-replay/experiment-replay.ts';

const { cells } = calibrate(publishedCells());
const cellOf = (row: RowName, quantity: Quantity) =>
  cells.find((cell) => cell.row === row && cell.quantity === quantity)!;
const rows = Object.entries(rowCues) as [RowName, (typeof rowCues)[RowName]][];

describe('the model’s rates', () => {
  it.each(rows)('of %s are those of the calibration', (row, cues) => {
    const rates = modelRates(cues);
    const refused = {
      free: cellOf(row, 'refuseFree').model,
      paid: cellOf(row, 'refusePaid').model,
    };
    expect(rates.faking).toBeCloseTo(cellOf(row, 'alignmentFaking').model, 9);
    expect(rates.answeredTraining).toBeCloseTo(100 - refused.free, 9);
    expect(rates.answeredDeployment).toBeCloseTo(100 - refused.paid, 9);
    expect(rates.gap).toBeCloseTo(refused.paid - refused.free, 9);
  });
});

describe('a draw', () => {
  const state = (seed: number, hundreds: number) => ({ ...defaults, seed, hundreds });

  it('is the same for the same seed, and differs between seeds', () => {
    expect(draw({}, 'free', state(7, 20))).toEqual(draw({}, 'free', state(7, 20)));
    const seeds = Array.from(
      { length: 50 },
      (_, seed) => draw({}, 'free', state(seed + 1, 20)).all,
    );
    expect(
      new Set(seeds.map(({ faking, persuaded }) => `${faking} ${persuaded}`)).size,
    ).toBeGreaterThan(25);
  });

  it('goes on where it was: a further hundred leaves the earlier ones as they are', () => {
    for (let hundreds = 1; hundreds < mostHundreds; hundreds += 1) {
      const before = draw({}, 'free', state(3, hundreds)).all;
      const { last, all } = draw({}, 'free', state(3, hundreds + 1));
      expect(last.drawn).toBe(100);
      expect(all).toEqual({
        faking: before.faking + last.faking,
        persuaded: before.persuaded + last.persuaded,
        drawn: before.drawn + 100,
      });
    }
  });

  it('never shares its sequence with the other tier or with a neighbouring seed', () => {
    // With no argument to make, the tiers answer alike: only the sequence can tell them apart.
    const cues = { objectiveStated: false, toldNotToCare: true };
    expect(modelRates(cues).gap).toBeCloseTo(0, 12);
    const runs = [1, 2, 3].flatMap((seed) =>
      (['free', 'paid'] as const).map((tier) =>
        Array.from(
          { length: mostHundreds },
          (_, index) => draw(cues, tier, state(seed, index + 1)).last.persuaded,
        ).join(' '),
      ),
    );
    expect(new Set(runs).size).toBe(6);
  });

  it.each(rows)('comes close to the model’s rates in the long run: %s', (_row, cues) => {
    const within = (count: number, drawn: number, rate: number) => {
      const error = Math.sqrt((rate * (1 - rate)) / drawn);
      expect(Math.abs(count / drawn - rate)).toBeLessThanOrEqual(4 * error);
    };
    const free = draw(cues, 'free', state(2024, 500)).all;
    const { alignmentFaking, comply } = cueModel({ ...cues, tier: 'free' });
    expect(free.drawn).toBe(50_000);
    within(free.faking, free.drawn, alignmentFaking);
    within(free.persuaded, free.drawn, comply - alignmentFaking);

    const paid = draw(cues, 'paid', state(2024, 500)).all;
    expect(paid.faking).toBe(0);
    within(paid.persuaded, paid.drawn, cueModel({ ...cues, tier: 'paid' }).comply);
  });
});

describe('a residual', () => {
  it('is published less model, in points and in standard errors', () => {
    expect(residual({ value: 14, se: 2 }, 11)).toEqual({ points: 3, errors: 1.5 });
    expect(residual({ value: 11, se: 2 }, 14)).toEqual({ points: -3, errors: -1.5 });
  });

  it('has no standard errors where none is printed', () => {
    expect(residual({ value: 0, se: 0 }, 1)).toEqual({ points: -1, errors: undefined });
  });

  it.each(cells.filter(({ standardError }) => standardError > 0))(
    'agrees with the calibration: $row, $quantity',
    ({ value, standardError, model, residual: points, z }) => {
      const ours = residual({ value, se: standardError }, model);
      expect(ours.points).toBeCloseTo(points, 12);
      expect(ours.errors).toBeCloseTo(z, 12);
    },
  );
});

describe('the address', () => {
  const schema = linkSchema(['default', 'openAi']);

  it('gives the state at rest where it says nothing, and numbers where it does', () => {
    expect(v.parse(schema, {})).toEqual(defaults);
    expect(v.parse(schema, { prompt: 'openAi', seed: '9999', hundreds: '20' })).toEqual({
      prompt: 'openAi',
      seed: 9999,
      hundreds: mostHundreds,
    });
  });

  it.each([
    { prompt: 'noObjective' },
    { seed: '0' },
    { seed: '10000' },
    { hundreds: '-1' },
    { hundreds: '21' },
    { hundreds: 'many' },
    { tier: 'free' },
  ])('refuses %j', (values) => {
    expect(v.safeParse(schema, values).success).toBe(false);
  });
});
