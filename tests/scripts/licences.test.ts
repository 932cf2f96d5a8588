import { expect, test } from 'vitest';
import { judge } from '../../scripts/audit.mjs';
import { billOfMaterials } from '../../scripts/bill-of-materials.mjs';
import { packagesOf } from '../../scripts/shipped-packages.mjs';

test('the package behind a module is known by its folder', () => {
  const modules = [
    '/home/a/site/node_modules/svelte/src/index.js',
    '\0/home/a/site/node_modules/papaparse/papaparse.js?commonjs-module',
    'C:\\site\\node_modules\\@astrojs\\svelte\\client.js',
    '/site/node_modules/d3/node_modules/d3-array/src/index.js',
    '/site/node_modules/svelte/src/other.js',
    '/site/src/lib/fill.ts',
  ];
  expect(packagesOf(modules)).toEqual([
    'node_modules/@astrojs/svelte',
    'node_modules/d3/node_modules/d3-array',
    'node_modules/papaparse',
    'node_modules/svelte',
  ]);
});

const lock = {
  '': { name: 'site', version: '1.0.0', license: 'MIT', devDependencies: { a: '^1.0.0' } },
  'node_modules/a': {
    version: '1.2.0',
    license: 'ISC',
    integrity: 'sha512-/w==',
    dependencies: { '@s/b': '^2.0.0' },
    peerDependencies: { absent: '1' },
  },
  'node_modules/@s/b': { version: '1.0.0', license: 'MIT' },
  'node_modules/a/node_modules/@s/b': { version: '2.0.0', dependencies: { a: '1' } },
};

test('the list of parts holds every package, its hash, and what it needs where it finds it', () => {
  const bill = billOfMaterials(lock, new Set(['node_modules/a']));
  expect(bill.components.map(({ name, version, scope }) => [name, version, scope])).toEqual([
    ['@s/b', '1.0.0', 'excluded'],
    ['a', '1.2.0', 'required'],
    ['@s/b', '2.0.0', 'excluded'],
  ]);
  expect(bill.components[1]).toMatchObject({
    hashes: [{ alg: 'SHA-512', content: 'ff' }],
    licenses: [{ expression: 'ISC' }],
    purl: 'pkg:npm/a@1.2.0',
  });
  expect(bill.components[2]).toMatchObject({ purl: 'pkg:npm/%40s/b@2.0.0' });
  expect(bill.dependencies).toEqual([
    { ref: 'site', dependsOn: ['node_modules/a'] },
    { ref: 'node_modules/@s/b', dependsOn: [] },
    { ref: 'node_modules/a', dependsOn: ['node_modules/a/node_modules/@s/b'] },
    { ref: 'node_modules/a/node_modules/@s/b', dependsOn: ['node_modules/a'] },
  ]);
});

test('a serious fault in what is shipped fails, others are told, and silence is no answer', () => {
  const vulnerabilities = {
    svelte: { severity: 'high' },
    valibot: { severity: 'low' },
    lighthouse: { severity: 'critical' },
  };
  expect(judge({ vulnerabilities }, new Set(['svelte', 'valibot']))).toEqual({
    failing: ['svelte (high)'],
    others: ['valibot (low)', 'lighthouse (critical)'],
  });
  expect(judge({ vulnerabilities: {} }, new Set())).toEqual({ failing: [], others: [] });
  expect(judge({}, new Set())).toBeUndefined();
});
