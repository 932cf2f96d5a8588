import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { qrCode, qrFile } from '../../src/teach/qr-code.ts';

const text = 'https://example.org/assignment/#assignment?title=Week+2&lessons=two-faces&end';

/** The modules that a path fills, row by row. */
function filled(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    rows[Number(y)]!.fill(true, Number(x), Number(x) + Number(width));
  }
  return rows;
}

describe('a QR code', () => {
  test('is drawn module by module', () => {
    const { path, size } = qrCode(text)!;
    expect(filled(path, size)).toEqual(encode(text, { ecc: 'L', boostEcc: true, border: 4 }).data);
  });

  test('has the empty border that readers look for', () => {
    const { path, size } = qrCode(text)!;
    const rows = filled(path, size);
    const border = rows.filter((_, y) => y < 4 || y >= size - 4).flat();
    expect(border.some(Boolean)).toBe(false);
    expect(rows.some((row) => row.slice(0, 4).concat(row.slice(-4)).some(Boolean))).toBe(false);
  });

  test('holds a whole course, and nothing that is too long for any', () => {
    expect(qrCode('x'.repeat(1500))).toBeDefined();
    expect(qrCode('x'.repeat(3000))).toBeUndefined();
  });

  test('has its name in the file', () => {
    expect(qrFile(qrCode(text)!, 'Who & <why>')).toContain(
      '<title>Who &#38; &#60;why&#62;</title>',
    );
  });
});
