import { assignmentFragment, assignmentId, type Assignment } from '../../learning/assignment.ts';
import { packagePage } from '../../report/package-page.ts';
import { planOf } from '../../report/plan.ts';
import type { LeftOut } from '../banks/bank.ts';
import type { Course } from '../course.ts';
import { passMark } from '../pass-mark.ts';
import { cartridge } from './cartridge.ts';
import { cmi5Structure } from './cmi5-structure.ts';
import { relocatePage, relocateScript, relocateStyle } from './relocate.ts';
import { scorm12Manifest, scorm2004Manifest, type PackageHead } from './scorm-manifest.ts';
import { filesFor, type SiteFiles } from './site-files.ts';
import { zipFiles, type PackageFiles } from './zip.ts';

export const packageFormats = ['scorm12', 'scorm2004', 'live', 'cartridge', 'cmi5'] as const;
export type PackageFormat = (typeof packageFormats)[number];

/** What a teacher asks for. */
export interface PackageWish {
  format: PackageFormat;
  assignment: Assignment;
  course: Course;
  site: SiteFiles;
}

/** A package, ready to be saved. */
interface MadePackage {
  /** The zip file. */
  bytes: Uint8Array;
  /** Checks that the format cannot hold. */
  leftOut: LeftOut[];
}

/** What the site publishes for the shell of a package: its page without an assignment, and its scripts. */
const shellPage = 'report/package-page.txt';
const shellScripts = {
  scorm12: 'report/scorm.js',
  scorm2004: 'report/scorm.js',
  cmi5: 'report/cmi5.js',
};
/** The licences of what others wrote go wherever their code goes. */
const notices = 'licences.txt';
const assignmentPage = 'assignment/index.html';
const decoder = new TextDecoder();

/**
 * An assignment as a zip file that a learning management system takes. The same wish gives the same bytes.
 *
 * @throws where a file of the site cannot be read
 */
export async function makePackage(wish: PackageWish): Promise<MadePackage> {
  const { format } = wish;
  if (format !== 'cartridge') {
    return { bytes: zipFiles(await packageFiles(format, wish)), leftOut: [] };
  }
  const { files, leftOut } = cartridge(wish);
  return { bytes: zipFiles(files), leftOut };
}

/** The files of a package with a shell, before they are put together. See `makePackage`. */
async function packageFiles(
  format: Exclude<PackageFormat, 'cartridge'>,
  { assignment, course, site }: PackageWish,
): Promise<PackageFiles> {
  const fragment = assignmentFragment(assignment);
  const live = format === 'live';
  const standard = live ? 'scorm12' : format;
  const page = (live ? `${site.address}assignment/` : assignmentPage) + fragment;
  const plan = planOf(assignment, course, { standard, page, passMark });
  const head = headOf(assignment, course, plan.checks.length > 0);
  const template = decoder.decode(await site.read(shellPage));
  const files: PackageFiles = new Map<string, string | Uint8Array>([
    ['index.html', packagePage(template, { title: head.title, plan, script: 'shell.js' })],
    ['shell.js', await site.read(shellScripts[standard])],
    [notices, await site.read(notices)],
  ]);
  if (!live) {
    for (const [path, text] of await relocatedPages(pagesOf(assignment), site)) {
      files.set(path, text);
    }
  }
  const paths = [...files.keys()].sort();
  if (standard === 'scorm12') return files.set('imsmanifest.xml', scorm12Manifest(head, paths));
  if (standard === 'scorm2004') return files.set('imsmanifest.xml', scorm2004Manifest(head, paths));
  return files.set('cmi5.xml', cmi5Structure(head, `${site.address}assignment/`));
}

/** The page of the assignment, its lessons and those of its single checks, and the questions where it has any. */
function pagesOf({ lessons, checks, questions }: Assignment): string[] {
  const slugs = new Set([...lessons, ...checks.map((id) => id.split('/')[0]!)]);
  return [
    assignmentPage,
    ...[...slugs].map((slug) => `lessons/${slug}/index.html`),
    ...(questions.length > 0 ? ['questions/index.html'] : []),
  ];
}

/** What the manifests say of an assignment. One without a title goes by what it asks for. */
function headOf(assignment: Assignment, course: Course, hasChecks: boolean): PackageHead {
  const chosen = course.lessons.filter(({ slug }) => assignment.lessons.includes(slug));
  return {
    id: `unwatched-${assignmentId(assignment)}`,
    title: assignment.title || (chosen.length === 1 ? chosen[0]!.title : course.name),
    description: assignment.instructions,
    language: course.language,
    passMark: hasChecks ? passMark : undefined,
  };
}

/** Pages and all that they ask for, as files that run from any folder. */
async function relocatedPages(
  pages: string[],
  { address, base, needs, read }: SiteFiles,
): Promise<PackageFiles> {
  const paths = filesFor(pages, needs);
  const included = new Set(paths);
  const moved = paths.map(async (path): Promise<[string, string | Uint8Array]> => {
    const contents = await read(path);
    const surroundings = { path, included, base, address };
    const text = () => decoder.decode(contents);
    if (path.endsWith('.html')) return [path, await relocatePage(text(), surroundings)];
    if (path.endsWith('.js')) return [path, relocateScript(text(), surroundings)];
    if (path.endsWith('.css')) return [path, relocateStyle(text(), surroundings)];
    return [path, contents];
  });
  return new Map(await Promise.all(moved));
}
