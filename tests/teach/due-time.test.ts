import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockAt, momentOf } from '../../src/teach/due-time.ts';

describe('a time by the clocks of a zone', () => {
  test.each([
    ['2026-11-30T17:00', 'Europe/Berlin', '2026-11-30T16:00Z'],
    ['2026-07-01T00:00', 'Europe/Berlin', '2026-06-30T22:00Z'],
    ['2026-11-30T17:00', 'Asia/Kathmandu', '2026-11-30T11:15Z'],
    ['2026-12-31T23:59', 'Pacific/Kiritimati', '2026-12-31T09:59Z'],
    ['2026-01-01T00:00', 'Pacific/Pago_Pago', '2026-01-01T11:00Z'],
    ['2028-02-29T12:00', 'UTC', '2028-02-29T12:00Z'],
  ])('%s in %s is %s', (clock, zone, utc) => {
    expect(momentOf(clock, zone)).toBe(Date.parse(utc));
  });

  test('shown twice, it is the later of the two moments', () => {
    expect(momentOf('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T01:30Z'));
    expect(momentOf('2026-11-01T01:30', 'America/New_York')).toBe(Date.parse('2026-11-01T06:30Z'));
  });

  test.each([
    ['2026-03-29T02:30', 'Europe/Berlin'],
    ['2026-03-08T02:00', 'America/New_York'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
    ['2026-02-30T12:00', 'UTC'],
    ['2026-11-30', 'UTC'],
    ['', 'UTC'],
  ])('%s in %s is never shown', (clock, zone) => {
    expect(momentOf(clock, zone)).toBeUndefined();
  });

  test('leads to its moment and back, in every zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const minutes = fc.integer({
      min: Date.UTC(2000, 0) / 60_000,
      max: Date.UTC(2099, 0) / 60_000,
    });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const clock = clockAt(minute * 60_000, zone);
        expect(clockAt(momentOf(clock, zone)!, zone)).toBe(clock);
      }),
    );
  });
});
