import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../src/lab/settings.ts';
import { truth, wholeNumber } from '../../src/widgets/parts/link-state.ts';
import { linkSchema as horizon } from '../../src/widgets/horizon/horizon.ts';
import { linkSchema as sorting } from '../../src/widgets/spot-the-test/spot-the-test.ts';

const offered = (entry: v.GenericSchema<unknown, unknown>) =>
  settingsOf(v.strictObject({ it: entry }))[0]!.offered;

describe('what an address may hold', () => {
  it('is read from the ends and the steps of a number', () => {
    expect(offered(wholeNumber(-2, 9))).toEqual({ kind: 'number', from: -2, to: 9 });
    expect(offered(v.optional(v.pipe(wholeNumber(0, 100), v.multipleOf(5)), '5'))).toEqual({
      kind: 'number',
      from: 0,
      to: 100,
      step: 5,
    });
  });

  it('is read from the names of a choice, and a choice of yes and no is a switch', () => {
    expect(offered(v.optional(v.picklist(['a', 'b'])))).toEqual({
      kind: 'choice',
      among: ['a', 'b'],
    });
    expect(offered(v.optional(truth, 'true'))).toEqual({ kind: 'switch' });
  });

  it('is a text where nothing else is known of it', () => {
    expect(offered(v.pipe(v.string(), v.regex(/^[1-6]*$/)))).toEqual({ kind: 'text' });
  });

  it('holds for figures as they are, in their order', () => {
    expect(settingsOf(horizon).map(({ key }) => key)).toEqual([
      'used',
      'discount',
      'stakes',
      'terminal',
    ]);
    expect(settingsOf(sorting(12)).map(({ offered: { kind } }) => kind)).toEqual([
      'number',
      'text',
      'switch',
    ]);
  });

  it('is refused where the schema is of no object', () => {
    expect(() => settingsOf(v.string())).toThrow('is an object');
  });
});
