// What the site is made with, from the lock file, as CycloneDX. `npm sbom` refuses a tree in which a package
// asks for the `latest` of another, and dates what it writes; this gives the same bytes every time.

/**
 * @typedef {{
 *   version: string, integrity?: string, license?: string, optional?: boolean,
 *   dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>,
 *   peerDependencies?: Record<string, string>, devDependencies?: Record<string, string>,
 * }} LockEntry
 */

/**
 * @param {Record<string, LockEntry>} packages of package-lock.json
 * @param {ReadonlySet<string>} shipped those of which readers are sent something, as the lock file names them;
 *   the others run only while the site is built
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(packages, shipped) {
  const { '': site, ...others } = packages;
  const paths = Object.keys(others).sort();
  const ref = (path) => path || 'site';
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': ref(''),
        name: site.name,
        version: site.version,
        licenses: [{ expression: site.license }],
      },
    },
    components: paths.map((path) => component(path, packages[path], shipped.has(path))),
    dependencies: ['', ...paths].map((path) => ({
      ref: ref(path),
      dependsOn: neededBy(path, packages).map(ref),
    })),
  };
}

function component(path, { version, integrity, license }, isShipped) {
  const name = nameOf(path);
  const [algorithm, hash] = integrity?.split('-') ?? [];
  return {
    type: 'library',
    'bom-ref': path,
    name,
    version,
    scope: isShipped ? 'required' : 'excluded',
    ...(hash && {
      hashes: [
        {
          alg: algorithm.replace('sha', 'SHA-'),
          content: Buffer.from(hash, 'base64').toString('hex'),
        },
      ],
    }),
    ...(license && { licenses: [{ expression: license }] }),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  };
}

/** The name of a package from where it is installed. */
export const nameOf = (path) => path.replace(/^.*node_modules\//, '');

/** Where the packages that one asks for are found: beside it, or beside what it is in. */
function neededBy(path, packages) {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = packages[path];
  const asked = { ...peerDependencies, ...optionalDependencies, ...dependencies };
  const names = Object.keys(path ? asked : { ...asked, ...devDependencies });
  const found = names.map((name) => {
    for (let place = path; ; place = place.replace(/(^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
      const candidate = `${place}${place && '/'}node_modules/${name}`;
      if (candidate in packages) return candidate;
      // A peer or an optional package may be absent.
      if (!place) return undefined;
    }
  });
  return [...new Set(found.filter((one) => one !== undefined))].sort();
}
