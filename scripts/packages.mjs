// `npm run packages [-- folder]`: the ready-made packages of each lesson, each level and the whole course,
// made from the built site as a teacher's browser makes them. They go to the folder, or to packages/.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { emptyAssignment } from '../src/learning/assignment.ts';
import { makePackage, packageFormats } from '../src/teach/package/make-package.ts';
import { listPath } from '../src/teach/package/site-files.ts';
import { root } from './project.mjs';

const dist = join(root, 'dist');
if (!existsSync(join(dist, listPath))) {
  console.error('There is no built site in dist. Run `npm run build` first.');
  process.exit(1);
}
const read = (path) => readFile(join(dist, path));
const readJson = async (path) => JSON.parse(await readFile(join(dist, path), 'utf8'));

const list = await readJson(listPath);
const address = process.env.SITE_URL ? new URL(list.base, process.env.SITE_URL).href : list.address;
if (!address) {
  console.error(
    'Packages lead to the hosted site. Say where it is: SITE_URL=https://example.org npm run packages',
  );
  process.exit(1);
}
const site = { ...list, address, read };
const course = await readJson('teach/course.json');
const folder = resolve(process.argv[2] ?? join(root, 'packages'));
await mkdir(folder, { recursive: true });

/** @param {(lesson: object) => boolean} chosen */
const lessonsWhere = (chosen) => course.lessons.filter(chosen).map(({ slug }) => slug);
const readyMade = [
  ...course.lessons.map(({ slug, title, number }) => ({
    name: `${String(number).padStart(2, '0')}-${slug}`,
    title,
    lessons: [slug],
  })),
  ...course.levels.map(({ level, name }) => ({
    name: `level-${level}`,
    title: `${course.name}: ${name}`,
    lessons: lessonsWhere((lesson) => lesson.level === level),
  })),
  { name: 'course', title: course.name, lessons: lessonsWhere(() => true) },
];
const width = Math.max(...readyMade.map(({ name }) => name.length));
const row = (name, cells) =>
  console.log(name.padEnd(width) + cells.map((cell) => String(cell).padStart(11)).join(''));
const notHeld = new Set();
row('kB', packageFormats);
for (const { name, title, lessons } of readyMade) {
  const assignment = { ...emptyAssignment, title, lessons };
  const sizes = [];
  for (const format of packageFormats) {
    const { bytes, leftOut } = await makePackage({ format, assignment, course, site });
    for (const { id, why } of leftOut) notHeld.add(`${format}: ${id}. ${why}`);
    await writeFile(
      join(folder, `${name}.${format}.${format === 'cartridge' ? 'imscc' : 'zip'}`),
      bytes,
    );
    sizes.push((bytes.length / 1000).toFixed(1));
  }
  row(name, sizes);
}
if (notHeld.size > 0) console.log(`\nLeft out:\n${[...notHeld].join('\n')}`);
console.log(`\nThey are in ${folder}.`);
