// Writes dist/licences.txt, the notices of everything that readers are sent, and dist/sbom.json, the list of
// all that the site is made with. Runs when the scripts of pages and shells are built.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials, nameOf } from './bill-of-materials.mjs';
import { root } from './project.mjs';
import { shippedPackages } from './shipped-packages.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const shipped = shippedPackages();

/** A package's own licence file, word for word. */
function noticeOf(path) {
  const { version, license } = packages[path];
  const files = readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|notice)\b/i.test(entry.name))
    .map(({ name }) => name);
  const texts = files.sort().map((name) => readFileSync(join(root, path, name), 'utf8').trim());
  if (texts.length === 0) {
    // A package without one says who wrote it, at least.
    const { author } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    texts.push(`Copyright ${author?.name ?? author ?? 'its authors'}`);
  }
  return [`${nameOf(path)} ${version} (${license})`, ...texts].join('\n\n');
}

const rule = `\n\n${'-'.repeat(80)}\n\n`;
writeFileSync(join(root, 'dist', 'licences.txt'), `${shipped.map(noticeOf).join(rule)}\n`);
const bill = billOfMaterials(packages, new Set(shipped));
writeFileSync(join(root, 'dist', 'sbom.json'), `${JSON.stringify(bill)}\n`);
console.log(`${shipped.length} of ${bill.components.length} packages are shipped`);
