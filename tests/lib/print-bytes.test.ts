import { expect, test } from 'vitest';
import { printBytes } from '../../src/lib/print-bytes.ts';

test.each([
  [0, '1 kB'],
  [120, '1 kB'],
  [1600, '2 kB'],
  [345_678, '346 kB'],
  [1_000_000, '1 MB'],
  [8 * 2 ** 20, '8.4 MB'],
])('%d bytes are printed as %s', (bytes, printed) => {
  expect(printBytes(bytes, 'en-GB')).toBe(printed);
});
