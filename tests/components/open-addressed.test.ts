import { expect, test } from 'vitest';
import { addressedId } from '../../src/components/site/open-addressed.ts';

test.each([
  ['#claim-1', 'claim-1'],
  ['#a%20b', 'a b'],
  ['', ''],
  ['#%', ''],
  ['#%E0%A4%A', ''],
])('the address %s names “%s”', (fragment, id) => {
  expect(addressedId(fragment)).toBe(id);
});
