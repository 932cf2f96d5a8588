import { describe, expect, test } from 'vitest';
import { bytesToLoad, megabytes, sizeFrom } from '../../src/offline/site-size.ts';

const size = { files: 3, bytes: 7_000_000, compressed: 2_000_000 };

describe('the size of the site', () => {
  test('is what the build wrote', () => {
    expect(sizeFrom(JSON.parse(JSON.stringify(size)))).toEqual(size);
  });

  test.each([null, 'Log in', [], {}, { ...size, bytes: 'many' }, { ...size, files: 0 }])(
    'is not read from %j',
    (answer) => {
      expect(sizeFrom(answer)).toBeUndefined();
    },
  );

  test('to load depends on whether the server compresses', () => {
    const page = (encodedBodySize: number) =>
      ({ encodedBodySize, decodedBodySize: 1000 }) as PerformanceNavigationTiming;
    expect(bytesToLoad(size, page(300))).toBe(size.compressed);
    expect(bytesToLoad(size, page(1000))).toBe(size.bytes);
  });

  test.each([
    [7_090_377, '7.1'],
    [9_949_999, '9.9'],
    [9_950_000, '10'],
    [12_300_000, '12'],
    [900, '0.1'],
  ])('%d bytes read as %s MB', (bytes, text) => {
    expect(megabytes(bytes)).toBe(text);
  });
});
