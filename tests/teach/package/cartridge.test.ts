import { beforeAll, describe, expect, test, vi } from 'vitest';
import { interfaceText } from '../../support/interface-text.ts';
import { realCourse } from '../../support/bank.ts';
import { expectCartridgeProfile } from '../../support/qti.ts';
import { below, readAllXml, readXml, textAt, type XmlElement } from '../../support/read-xml.ts';
import { assignmentFragment, type Assignment } from '../../../src/learning/assignment.ts';
import { cartridge, type CartridgeWish } from '../../../src/teach/package/cartridge.ts';
import type { Course } from '../../../src/teach/course.ts';

vi.mock('astro:content', () => import('../../support/astro-content.ts'));

const site = { address: 'https://unwatched.example/course/' };
let course: Course;
beforeAll(async () => {
  course = await realCourse();
});

const assignment = (more: Partial<Assignment>): Assignment => ({
  ...{ title: '', instructions: '', due: undefined, lessons: [], checks: [], questions: [] },
  figures: [],
  ...more,
});
const everything = () =>
  assignment({
    title: 'The <whole> course & "all" of it',
    instructions: 'Begin with lesson 1.\nTake your time.',
    lessons: course.lessons.map(({ slug }) => slug),
    questions: course.followUps.map(({ id }) => id),
  });

const cartridgeFiles = (wish: CartridgeWish) => cartridge(wish).files;

const manifestOf = (files: Map<string, string | Uint8Array>) =>
  readXml(files.get('imsmanifest.xml') as string);

const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)];

/** Each thing of the outline below its folders: its title, and the resource that it stands for. */
async function outline(files: Map<string, string | Uint8Array>) {
  const manifest = await manifestOf(files);
  const resources = new Map(
    below(manifest, 'resources', 'resource').map((one) => [one.attributes['identifier'], one]),
  );
  return below(manifest, 'organizations', 'organization', 'item', 'item').map((folder) => ({
    title: textAt(folder, 'title'),
    parts: below(folder, 'item').map((item) => {
      const resource = resources.get(item.attributes['identifierref'])!;
      const file = below(resource, 'file')[0]!.attributes['href']!;
      return { title: textAt(item, 'title'), type: resource.attributes['type'], file };
    }),
  }));
}

describe('a cartridge of the whole course', () => {
  test('is Common Cartridge 1.1, and its manifest names each file once', async () => {
    const files = cartridgeFiles({ assignment: everything(), course, site });
    const manifest = await manifestOf(files);
    expect(manifest.attributes['xmlns']).toBe('http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1');
    expect(textAt(manifest, 'metadata', 'schemaversion')).toBe('1.1.0');
    const general = below(manifest, 'metadata', 'lomimscc:lom', 'lomimscc:general')[0]!;
    expect(textAt(general, 'lomimscc:title')).toBe('The ‹whole> course & "all" of it');
    expect(textAt(general, 'lomimscc:description')).toBe('Begin with lesson 1.\nTake your time.');
    const named = below(manifest, 'resources', 'resource', 'file').map(
      ({ attributes }) => attributes['href'],
    );
    expect([...named, 'imsmanifest.xml'].sort()).toEqual([...files.keys()].sort());
    const ids = all(manifest).flatMap(({ attributes }) => attributes['identifier'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    // Neither links, discussions nor quizzes may name their file on the resource itself.
    for (const { attributes } of below(manifest, 'resources', 'resource')) {
      expect(Object.keys(attributes).sort()).toEqual(['identifier', 'type']);
    }
  });

  test('has links, a quiz and discussions for each lesson, and the questions', async () => {
    const files = cartridgeFiles({ assignment: everything(), course, site });
    const folders = await outline(files);
    const { banks } = interfaceText;
    expect(folders.map(({ title }) => title)).toEqual([
      banks.assignment,
      ...course.lessons.map(({ number, title }) => `Lesson ${number}: ${title}`),
      banks.questions,
    ]);
    const lesson = course.lessons[0]!;
    expect(folders[1]!.parts.map(({ type }) => type)).toEqual([
      'imswl_xmlv1p1',
      'imswl_xmlv1p1',
      'imsqti_xmlv1p2/imscc_xmlv1p1/assessment',
      ...lesson.discussion.map(() => 'imsdt_xmlv1p1'),
    ]);
    const addresses: string[] = [];
    const parts = folders.flatMap((folder) => folder.parts);
    const read = await readAllXml(parts.map(({ file }) => files.get(file) as string));
    expect(read).toHaveLength(parts.length);
    for (const [index, xml] of read.entries()) {
      const { type } = parts[index]!;
      if (type === 'imswl_xmlv1p1') {
        expect(xml.attributes['xmlns']).toBe('http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1');
        addresses.push(below(xml, 'url')[0]!.attributes['href']!);
      } else if (type === 'imsdt_xmlv1p1') {
        expect(xml.attributes['xmlns']).toBe('http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1');
        expect(textAt(xml, 'title').length).toBeLessThanOrEqual(200);
        expect(textAt(xml, 'text')).toMatch(/^<p>.*<\/p><p><a href="https:.*<\/p>$/s);
      } else expectCartridgeProfile(xml);
    }
    expect(addresses.slice(0, 3)).toEqual([
      `${site.address}assignment/${assignmentFragment(everything())}`,
      `${site.address}lessons/two-faces/`,
      `${site.address}teach/two-faces/worksheet/`,
    ]);
    const said = folders[1]!.parts.slice(3).map(({ title }) => title);
    expect(said).toEqual(lesson.discussion);
  });

  test('names the checks that its quizzes cannot hold', () => {
    const { leftOut } = cartridge({ assignment: everything(), course, site });
    const orders = course.lessons.flatMap(({ checks }) =>
      checks.filter(({ kind }) => kind === 'order').map(({ id }) => id),
    );
    expect(leftOut.map(({ id }) => id)).toEqual(orders);
  });

  test('is the same whenever it is made', () => {
    const make = () => [...cartridgeFiles({ assignment: everything(), course, site })];
    expect(make()).toEqual(make());
  });
});

test('single checks make a quiz by their lesson, and not those of a lesson that is there', async () => {
  const [one, other] = course.lessons;
  const ids = [one!, other!].map(({ checks }) => checks.find(({ kind }) => kind === 'single')!.id);
  const wish = assignment({ lessons: [one!.slug], checks: ids });
  const folders = await outline(cartridgeFiles({ assignment: wish, course, site }));
  expect(folders.map(({ title }) => title).slice(2)).toEqual([`Checks: ${other!.title}`]);
  const quizzes = folders.flatMap(({ parts }) => parts).filter(({ type }) => /qti/.test(type!));
  expect(quizzes.map(({ title }) => title)).toEqual([
    `Checks: ${one!.title}`,
    `Checks: ${other!.title}`,
  ]);
});

test('a hostile title and instructions stay words', async () => {
  const hostile = '</lomimscc:string>]]>\n"&<script>\u0000';
  const wish = assignment({ title: hostile, instructions: hostile, lessons: ['two-faces'] });
  const manifest = await manifestOf(cartridgeFiles({ assignment: wish, course, site }));
  const [general] = below(manifest, 'metadata', 'lomimscc:lom', 'lomimscc:general');
  expect(textAt(general!, 'lomimscc:title')).toBe('‹/lomimscc:string>]]> "&‹script>\ufffd');
});

test('a cartridge asks for the address of the hosted site', () => {
  const wish = { assignment: everything(), course, site: { address: undefined } };
  expect(() => cartridgeFiles(wish)).toThrow('The cartridge leads to the hosted site');
});
