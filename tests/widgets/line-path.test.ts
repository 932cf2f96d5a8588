import { expect, test } from 'vitest';
import { linePath } from '../../src/widgets/parts/line-path.ts';

test('goes from the first point through the others', () => {
  const line = linePath([
    [0, 100],
    [33.3333, 50],
    [100, -2.5],
  ]);
  expect(line).toBe('M0.00 100.00L33.33 50.00L100.00 -2.50');
});
