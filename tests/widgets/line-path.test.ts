import { expect, test } from 'vitest';
import { linePath } from '../../src/widgets/parts/line-path.ts';

test('goes from the first point through the others', () => {
  const line = linePath([
    [0, 100],
    [33.3333, 50],
    [100, -2.5],
  ]);
  expect(line).toBe('M0 100L33.33 50L100 -2.5');
});
