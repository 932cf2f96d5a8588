import { expect, test } from 'vitest';
import { installIsCurrent } from '../../scripts/install.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/astro': { version: '7.3.5' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
};

test('an installation without another platform’s packages is current', () => {
  const installed = { packages: { 'node_modules/astro': { version: '7.3.5' } } };
  expect(installIsCurrent(lock, installed)).toBe(true);
});

test.each([
  ['an older version', { 'node_modules/astro': { version: '7.3.4' } }],
  ['a missing package', { 'node_modules/fsevents': { version: '2.3.3' } }],
  [
    'a package no longer wanted',
    { 'node_modules/astro': { version: '7.3.5' }, 'node_modules/left': { version: '1.0.0' } },
  ],
  ['nothing', {}],
])('an installation with %s is not current', (_, packages) => {
  expect(installIsCurrent(lock, { packages })).toBe(false);
});
