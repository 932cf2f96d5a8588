/** The files of an assignment: packages and question banks. What makes them is fetched at the first use. */
import type { Assignment } from '../learning/assignment.ts';
import type { Bank, BankHead, LeftOut } from './banks/bank.ts';
import { questionsOf, type BankQuestion, type Course } from './course.ts';
import type { PackageFormat } from './package/make-package.ts';
import { fileName } from './share-texts.ts';

/** A file, ready to be saved. */
export interface HandedOutFile {
  name: string;
  content: Blob;
  /** How many questions are in a bank. */
  questions?: number;
  /** Checks that the format cannot hold, each with the reason. */
  leftOut: string[];
}

const suffixes: Record<PackageFormat, string> = {
  scorm12: 'scorm12.zip',
  scorm2004: 'scorm2004.zip',
  live: 'scorm12-live.zip',
  cartridge: 'cartridge.imscc',
  cmi5: 'cmi5.zip',
};

/**
 * A package for a learning management system.
 *
 * @param address of the site's root, with a slash at its end.
 * @param reached told how many files of the site have arrived.
 * @throws where a file of the site cannot be read.
 */
export async function packageFile(
  format: PackageFormat,
  assignment: Assignment,
  course: Course,
  address: string,
  reached: (files: number) => void,
): Promise<HandedOutFile> {
  const [{ makePackage }, { filesOfThisSite }] = await Promise.all([
    import('./package/make-package.ts'),
    import('./package/site-files.ts'),
  ]);
  const files = await filesOfThisSite(address);
  let arrived = 0;
  const read = async (path: string) => {
    const file = await files.read(path);
    reached(++arrived);
    return file;
  };
  const { bytes, leftOut } = await makePackage({
    format,
    assignment,
    course,
    site: { ...files, read },
  });
  return {
    name: `${fileName(assignment.title)}-${suffixes[format]}`,
    content: zipBlob(bytes),
    leftOut: leftOut.map(inOneLine),
  };
}

/** All checks of an assignment, those of its lessons first. */
const checksOf = (assignment: Assignment, course: Course): string[] => [
  ...course.lessons
    .filter(({ slug }) => assignment.lessons.includes(slug))
    .flatMap(({ checks }) => checks.map(({ id }) => id)),
  ...assignment.checks,
];

export type BankFormat = 'moodle' | 'gift' | 'qti';

/** The checks of an assignment as a question bank. @throws where none of them fits the format */
export async function bankFile(
  format: BankFormat,
  assignment: Assignment,
  course: Course,
): Promise<HandedOutFile> {
  const questions = questionsOf(course, checksOf(assignment, course));
  const { name, version, words } = course;
  const { suffix, write } = writers[format];
  const { content, leftOut } = await write(questions, {
    name,
    version,
    title: assignment.title,
    words,
  });
  return {
    name: `${fileName(assignment.title)}-${suffix}`,
    content,
    questions: questions.length - leftOut.length,
    leftOut: leftOut.map(inOneLine),
  };
}

interface Writer {
  suffix: string;
  write(questions: BankQuestion[], head: BankHead): Promise<{ content: Blob; leftOut: LeftOut[] }>;
}

const asText = ({ text, leftOut }: Bank, type: string) => ({
  content: new Blob([text], { type }),
  leftOut,
});

const writers: Record<BankFormat, Writer> = {
  moodle: {
    suffix: 'moodle.xml',
    write: async (questions, head) => {
      const { moodleXml } = await import('./banks/moodle-xml.ts');
      return asText(moodleXml(questions, head), 'application/xml');
    },
  },
  gift: {
    suffix: 'gift.txt',
    write: async (questions, head) => {
      const { gift } = await import('./banks/gift.ts');
      return asText(gift(questions, head), 'text/plain');
    },
  },
  qti: {
    suffix: 'qti12.zip',
    write: async (questions, head) => {
      const [{ qtiPackage }, { zipFiles }] = await Promise.all([
        import('./banks/qti12.ts'),
        import('./package/zip.ts'),
      ]);
      const { files, leftOut } = qtiPackage(questions, head);
      // A quiz without questions is no quiz: what is said is why.
      if (files.size === 0) throw new Error(leftOut.map(inOneLine).join(' '));
      return { content: zipBlob(zipFiles(files)), leftOut };
    },
  },
};

const inOneLine = ({ id, why }: LeftOut) => `${id}: ${why}`;

const zipBlob = (bytes: Uint8Array) =>
  new Blob([new Uint8Array(bytes)], { type: 'application/zip' });
