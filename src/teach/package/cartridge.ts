/**
 * An assignment as a Common Cartridge 1.1: links to the pages of the hosted site, discussions, and a quiz
 * for each lesson. Version 1.1 and not a later one, since Moodle takes no other.
 *
 * @see https://www.imsglobal.org/cc/ccv1p1/imscc_profilev1p1-Implementation.html
 */
import { assignmentFragment, type Assignment } from '../../learning/assignment.ts';
import { fill } from '../../lib/fill.ts';
import { bankTitle, html, oneLine, xml, type BankHead, type LeftOut } from '../banks/bank.ts';
import { identifier, qti12 } from '../banks/qti12.ts';
import { questionsOf, type Course, type CourseLesson } from '../course.ts';
import type { PackageFiles } from './zip.ts';

/** What goes into a cartridge. */
export interface CartridgeWish {
  assignment: Assignment;
  course: Course;
  /** Where the site is hosted, with a slash at the end; a cartridge only links to it. */
  site: { address?: string | undefined };
}

/** A thing in a cartridge: what the manifest says of it, and its file. */
interface Part {
  title: string;
  type: 'imswl_xmlv1p1' | 'imsdt_xmlv1p1' | 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment';
  file: string;
  text: string;
}

interface Folder {
  title: string;
  parts: Part[];
}

/**
 * The files of a cartridge by name, before they are put together, and the checks that its quizzes cannot
 * hold. The same wish gives the same files, identifiers included.
 *
 * @throws a sentence where the address of the hosted site is not known
 */
export function cartridge({ assignment, course, site: { address } }: CartridgeWish): {
  files: PackageFiles;
  leftOut: LeftOut[];
} {
  if (address === undefined) {
    throw new Error(
      'The cartridge leads to the hosted site, and the address of that is not known.',
    );
  }
  const { words } = course;
  const leftOut: LeftOut[] = [];
  const quiz = (about: string, ids: string[]): Part[] => {
    const title = fill(words.quiz, { title: about });
    const head: BankHead = { name: course.name, version: course.version, title: about, words };
    const bank = qti12(questionsOf(course, ids), head, 'cartridge', title);
    leftOut.push(...bank.leftOut);
    if (!bank.text) return [];
    const file = `quizzes/${identifier(`quiz ${ids.join(' ')}`)}.xml`;
    return [{ title, type: 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment', file, text: bank.text }];
  };

  const lessons = course.lessons.filter(({ slug }) => assignment.lessons.includes(slug));
  const inLessons = new Set(lessons.flatMap(({ checks }) => checks.map(({ id }) => id)));
  const single = assignment.checks.filter((id) => !inLessons.has(id));
  const titleOf = (id: string) =>
    course.lessons.find(({ slug }) => id.startsWith(`${slug}/`))?.title ?? course.name;
  const title =
    assignment.title || (lessons.length === 1 ? lessons[0]!.title : bankTitleOf(course));
  const questions = course.followUps.filter(({ id }) => assignment.questions.includes(id));

  const folders: Folder[] = [
    {
      title: words.assignment,
      parts: [link(words.assignment, `${address}assignment/${assignmentFragment(assignment)}`)],
    },
    ...lessons.map((lesson) => lessonFolder(lesson, address, course, quiz)),
    // Single checks go by the lesson that they are about.
    ...[...new Set(single.map(titleOf))].map((about) => ({
      title: fill(words.quiz, { title: about }),
      parts: quiz(
        about,
        single.filter((id) => titleOf(id) === about),
      ),
    })),
    {
      title: words.questions,
      parts: questions.map(({ id, question }) =>
        topic(question, [question, `${address}questions/#${id}`]),
      ),
    },
  ].filter(({ parts }) => parts.length > 0);

  const files: PackageFiles = new Map([
    ['imsmanifest.xml', manifest(title, assignment, course, folders)],
  ]);
  for (const { parts } of folders) for (const { file, text } of parts) files.set(file, text);
  return { files, leftOut };
}

const bankTitleOf = ({ name, version, words }: Course) =>
  bankTitle({ name, version, title: '', words });

function lessonFolder(
  { slug, number, title, checks, discussion }: CourseLesson,
  address: string,
  { words }: Course,
  quiz: (about: string, ids: string[]) => Part[],
): Folder {
  const page = fill(words.lessonPage, { number, title });
  return {
    title: page,
    parts: [
      link(page, `${address}lessons/${slug}/`),
      link(fill(words.worksheet, { title }), `${address}teach/${slug}/worksheet/`),
      ...quiz(
        title,
        checks.map(({ id }) => id),
      ),
      ...discussion.map((prompt) => topic(prompt, [prompt, `${address}lessons/${slug}/`])),
    ],
  };
}

function link(title: string, address: string): Part {
  const file = `links/${identifier(`link ${address}`)}.xml`;
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">',
    `<title>${xml(oneLine(title))}</title>`,
    `<url href="${xml(address)}" target="_blank"/>`,
    '</webLink>',
    '',
  ].join('\n');
  return { title, type: 'imswl_xmlv1p1', file, text };
}

/** A discussion. Its text says more than its title may hold, and where to read on. */
function topic(title: string, [prompt, address]: [string, string]): Part {
  const file = `discussions/${identifier(`topic ${address} ${prompt}`)}.xml`;
  const body = `<p>${html(prompt)}</p><p><a href="${html(address)}">${html(address)}</a></p>`;
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<topic xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1">',
    `<title>${xml(short(title))}</title>`,
    `<text texttype="text/html">${xml(body)}</text>`,
    '</topic>',
    '',
  ].join('\n');
  return { title: short(title), type: 'imsdt_xmlv1p1', file, text };
}

/** Longest title of a discussion that systems keep whole, in characters. */
const longestTitle = 200;

function short(title: string): string {
  const line = oneLine(title);
  if (line.length <= longestTitle) return line;
  return `${line.slice(0, longestTitle - 1).replace(/\s+\S*$/, '')}…`;
}

const namespaces = {
  '': 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1',
  ':lomimscc': 'http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest',
};

function manifest(
  title: string,
  assignment: Assignment,
  course: Course,
  folders: Folder[],
): string {
  const declared = Object.entries(namespaces)
    .map(([prefix, name]) => `xmlns${prefix}="${name}"`)
    .join(' ');
  const id = identifier(`cartridge ${assignmentFragment(assignment)} ${course.version}`);
  const said = (element: string, text: string) =>
    `<lomimscc:${element}><lomimscc:string language="${course.language}">${xml(text)}</lomimscc:string></lomimscc:${element}>`;
  // Moodle refuses to restore a course whose name could hold a tag.
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest identifier="${id}" ${declared}>`,
    '<metadata>',
    '<schema>IMS Common Cartridge</schema>',
    '<schemaversion>1.1.0</schemaversion>',
    '<lomimscc:lom>',
    `<lomimscc:general>${said('title', oneLine(title).replaceAll('<', '\u2039'))}${said('description', assignment.instructions)}</lomimscc:general>`,
    '<lomimscc:rights><lomimscc:copyrightAndOtherRestrictions><lomimscc:value>yes</lomimscc:value>',
    `</lomimscc:copyrightAndOtherRestrictions>${said('description', 'CC BY 4.0')}</lomimscc:rights>`,
    '</lomimscc:lom>',
    '</metadata>',
    '<organizations>',
    `<organization identifier="${id}-organization" structure="rooted-hierarchy">`,
    `<item identifier="${id}-root">`,
    ...folders.flatMap((folder) => [
      `<item identifier="${identifier(`folder ${folder.title} ${folder.parts[0]!.file}`)}">`,
      `<title>${xml(oneLine(folder.title))}</title>`,
      ...folder.parts.map(
        (part) =>
          `<item identifier="${resourceOf(part)}-item" identifierref="${resourceOf(part)}">` +
          `<title>${xml(oneLine(part.title))}</title></item>`,
      ),
      '</item>',
    ]),
    '</item>',
    '</organization>',
    '</organizations>',
    '<resources>',
    ...folders.flatMap(({ parts }) =>
      parts.map(
        (part) =>
          `<resource identifier="${resourceOf(part)}" type="${part.type}">` +
          `<file href="${part.file}"/></resource>`,
      ),
    ),
    '</resources>',
    '</manifest>',
    '',
  ].join('\n');
}

const resourceOf = ({ file }: Part) => identifier(file);
