import { expect, test } from 'vitest';
import { readAddress } from '../../src/report/cmi5.ts';

const launch = {
  endpoint: 'https://store.example/xapi',
  fetch: 'https://store.example/token',
  actor: '{"account":{"name":"a"}}',
  registration: 'r',
  activityId: 'https://store.example/a',
};
const read = (change: Partial<typeof launch>) =>
  readAddress(`?${new URLSearchParams({ ...launch, ...change })}`);

test('a launch is read', () => {
  expect(read({})).toEqual({
    ...launch,
    endpoint: 'https://store.example/xapi/',
    actor: { account: { name: 'a' } },
  });
});

test.each<[string, Partial<typeof launch>]>([
  ['a script for an address', { endpoint: 'javascript:alert(1)' }],
  ['no address', { fetch: 'https://' }],
  ['an actor that is no object', { actor: '"a"' }],
  ['an actor cut short', { actor: '{"account"' }],
  ['an actor with a name twice', { actor: '{"a":1,"a":2}' }],
  ['an actor with a prototype', { actor: '{"__proto__":{"a":1}}' }],
  ['an actor deeper than any', { actor: `${'['.repeat(30)}${']'.repeat(30)}` }],
  ['an address too long', { activityId: 'x'.repeat(9000) }],
])('%s is refused', (_, change) => {
  expect(read(change)).toBeUndefined();
});
