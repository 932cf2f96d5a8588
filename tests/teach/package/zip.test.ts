import { unzipSync, strFromU8 } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { zipFiles } from '../../../src/teach/package/zip.ts';

afterEach(() => void vi.useRealTimers());

test('the same files give the same bytes, whatever their order and the time', () => {
  vi.useFakeTimers({ now: new Date('2026-03-04T05:06:07Z') });
  const first = zipFiles(
    new Map([
      ['b.txt', 'ä'],
      ['a/c.js', 'x'.repeat(1000)],
    ]),
  );
  vi.setSystemTime(new Date('2031-01-02T03:04:05Z'));
  const second = zipFiles(
    new Map([
      ['a/c.js', 'x'.repeat(1000)],
      ['b.txt', 'ä'],
    ]),
  );
  expect(second).toEqual(first);
  const files = unzipSync(first);
  expect(Object.keys(files)).toEqual(['a/c.js', 'b.txt']);
  expect(strFromU8(files['b.txt']!)).toBe('ä');
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])(
  'the bytes do not depend on the zone: %s',
  (zone) => {
    vi.stubEnv('TZ', zone);
    const { length, [10]: low, [11]: high, [12]: day, [13]: year } = zipFiles(new Map([['a', '']]));
    vi.unstubAllEnvs();
    expect(length).toBeGreaterThan(22);
    // Midnight of the first of January 1980, as zip files write it.
    expect([low, high, day, year]).toEqual([0, 0, 0x21, 0]);
  },
);
