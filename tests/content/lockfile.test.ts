import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A package as package-lock.json records it. */
interface LockedPackage {
  version: string;
  resolved?: string;
  integrity?: string;
  optional?: boolean;
  cpu?: string[];
  os?: string[];
}

/** Licences that let anybody use, change and pass on what the site is made with. */
const allowed = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Zlib', 'Unlicense', 'CC0-1.0', 'CC-BY-4.0', 'OFL-1.1', 'MPL-2.0', 'Python-2.0'],
]);

/**
 * Further licences of tools that run only while the site is built, unchanged and never shipped: the
 * citation formatter, and an image library that Astro brings along and the site does not use.
 */
const onlyWhileBuilding: Record<string, string> = {
  citeproc: 'CPAL-1.0',
  '@img/sharp-': 'LGPL-3.0-or-later',
};

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const lock = read('package-lock.json')['packages'] as Record<string, LockedPackage>;
const packages = Object.entries(lock).filter(([path]) => path !== '');
const installed = packages.filter(([path]) => existsSync(`${path}/package.json`));

describe('package-lock.json', () => {
  it('locks what package.json asks for', () => {
    for (const name of Object.keys(read('package.json')['devDependencies'] as object)) {
      expect(lock).toHaveProperty([`node_modules/${name}`]);
    }
  });

  it('names no host, so that every registry serves it', () => {
    expect(packages.flatMap(([, { resolved }]) => resolved ?? [])).toEqual([]);
  });

  it('holds a hash of every package but of binaries for other platforms', () => {
    const unhashed = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    for (const [path, { optional, cpu, os }] of unhashed) {
      expect([path, optional, Boolean(cpu ?? os)]).toEqual([path, true, true]);
    }
    expect(packages.length).toBeGreaterThan(10 * unhashed.length);
  });
});

describe('licences', () => {
  it('are read from what is installed', () => {
    // The rest are binaries for other platforms.
    const absent = packages.filter((entry) => !installed.includes(entry));
    expect(absent.filter(([, { optional }]) => !optional)).toEqual([]);
    expect(installed.length).toBeGreaterThan(500);
  });

  it('all let what they cover be used', () => {
    const refused = installed
      .map(([path]) => ({ path, licence: licenceOf(read(`${path}/package.json`)) }))
      .filter(({ path, licence }) => !isAllowed(licence, furtherLicence(path)));
    expect(refused).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['UNLICENSED', false],
    ['undefined', false],
  ])('%s is allowed: %s', (licence, expected) => {
    expect(isAllowed(licence)).toBe(expected);
  });
});

/** What a package says of its licence; old ones name it, or a list of those to choose from, in the plural. */
function licenceOf({ license, licenses }: Record<string, unknown>): string {
  if (!Array.isArray(licenses)) return String(license ?? licenses);
  const names = licenses.map(({ type }: { type: string }) => type);
  return names
    .map((name) => (name === 'Apache License, Version 2.0' ? 'Apache-2.0' : name))
    .join(' OR ');
}

function furtherLicence(path: string): string | undefined {
  const name = path.replace(/^.*node_modules\//, '');
  return Object.entries(onlyWhileBuilding).find(([start]) => name.startsWith(start))?.[1];
}

/** Whether one of the licences offered is allowed; of those that all apply, every one must be. */
function isAllowed(licence: string, further?: string): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => allowed.has(name) || name === further));
}
