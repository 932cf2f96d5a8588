import { argumentFaults } from './argument-faults.ts';
import { auditFaults } from './audit-faults.ts';
import { bodyFaults, inlineFaults, typedFigureFaults } from './body-faults.ts';
import { locale } from './locale.ts';
import { measureFaults } from './measure-faults.ts';
import { modelFigures } from './model-figures.ts';
import type { PrintableFigure } from './print-figure.ts';
import { readEvidence, readSources } from './read-content.ts';
import {
  filesBelow,
  lessonLevel,
  parseEntry,
  readEntries,
  readEntry,
  readSource,
  readYaml,
  type SourceFile,
} from './read-course.ts';
import { readInterfaceTexts } from './read-interface-texts.ts';
import { syllabusFaults } from './syllabus-faults.ts';
import { transcriptFaults } from './transcript-faults.ts';
import { argument } from '../schemas/argument.ts';
import { chartability } from '../schemas/chartability.ts';
import { conformance } from '../schemas/conformance.ts';
import { check, type Check } from '../schemas/check.ts';
import { claim } from '../schemas/claim.ts';
import { followUpTheme, type FollowUpTheme } from '../schemas/follow-up.ts';
import { labCard } from '../schemas/lab.ts';
import { learningSystem } from '../schemas/learning-system.ts';
import { lesson, type LessonHead } from '../schemas/lesson.ts';
import { measure } from '../schemas/measure.ts';
import { page } from '../schemas/page.ts';
import { perspective, voices, type Perspective } from '../schemas/perspective.ts';
import { syllabus } from '../schemas/syllabus.ts';
import { teaching, type Teaching } from '../schemas/teaching.ts';
import { term } from '../schemas/term.ts';
import { transcript } from '../schemas/transcript.ts';

/** Everything that prose may refer to, by id. */
export interface Course {
  evidence: Map<string, { figures?: Record<string, PrintableFigure> }>;
  sources: Map<string, unknown>;
  terms: Map<string, { see: string[] }>;
  claims: Map<string, { claim: string; answer: string; evidence: string[] }>;
  followUps: Set<string>;
  /** Check ids by lesson. */
  checks: Map<string, Map<string, Check>>;
  models: Map<string, PrintableFigure>;
}

/**
 * Reads all of the content folder and returns one sentence for each fault that would otherwise reach
 * a reader: a broken head, an unknown tag, a missing id, a circle of prerequisites, a typed percentage.
 * An empty list means that the site may be built.
 */
export function contentFaults(root: string): string[] {
  const faults: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      faults.push(...(error as Error).message.split('\n'));
      return undefined;
    }
  };
  const entries = <T>(folder: string, read: (path: string) => Map<string, T>) => {
    const all = new Map<string, T>();
    for (const path of filesBelow(root, folder, '.yaml')) {
      for (const [id, entry] of attempt(() => read(path)) ?? []) {
        if (all.has(id)) faults.push(`${path}, ${id}: another file has this id already.`);
        all.set(id, entry);
      }
    }
    return all;
  };
  const files = <T>(folder: string, read: (path: string) => T) =>
    new Map(filesBelow(root, folder, '.yaml').map((path) => [path, attempt(() => read(path))]));

  const themes = files('follow-ups', (path) => readEntry(root, path, followUpTheme));
  const perspectives = files('perspectives', (path) => readEntry(root, path, perspective));
  const course: Course = {
    evidence: attempt(() => readEvidence(root)) ?? new Map(),
    sources: attempt(() => readSources(root)) ?? new Map(),
    terms: entries('glossary', (path) => readEntries(root, path, term)),
    claims: entries('claims', (path) => readEntries(root, path, claim)),
    followUps: new Set(
      [...themes.values()].flatMap((theme) => Object.keys(theme?.questions ?? {})),
    ),
    checks: new Map(
      [...files('checks', (path) => readEntries(root, path, check))].map(([path, checks]) => [
        path.replace(/^.*\/|\.yaml$/g, ''),
        checks ?? new Map<string, Check>(),
      ]),
    ),
    models: new Map(Object.entries(attempt(modelFigures) ?? {})),
  };
  const cards = files('lab', (path) => readEntry(root, path, labCard));
  const systems = files('lms', (path) => readEntry(root, path, learningSystem));
  const plans = files('syllabus', (path) => readEntry(root, path, syllabus));
  const report = attempt(() =>
    readEntry(root, `accessibility/${locale}/conformance.yaml`, conformance),
  );
  const workbook = attempt(() =>
    readEntry(root, `accessibility/${locale}/chartability.yaml`, chartability),
  );
  const transcripts = entries('transcripts', (path) => readEntries(root, path, transcript));
  const cases = entries('arguments', (path) => readEntries(root, path, argument));
  const measures = entries('measures', (path) => readEntries(root, path, measure));
  attempt(() => readInterfaceTexts(root, locale));
  const uiTexts = files('ui', (path) => readYaml(root, path));
  const lessons = readHeads(root, 'lessons', attempt, (file) => {
    lessonLevel(file.path);
    return parseEntry(lesson, file.head, file.path);
  });
  const notes = readHeads(root, 'teaching', attempt, (file) =>
    parseEntry(teaching, file.head, file.path),
  );
  const pages = readHeads(root, 'pages', attempt, (file) => parseEntry(page, file.head, file.path));

  // All that refers to what cannot be read would only report it again.
  if (faults.length > 0) return faults;
  if (lessons.size === 0) return ['content/lessons holds no lesson.'];

  const heads = [...lessons.values(), ...notes.values(), ...pages.values()];
  const plainTexts: [string, unknown][] = [
    ...uiTexts,
    ...systems,
    ...plans,
    [`accessibility/${locale}/conformance.yaml`, report],
    [`accessibility/${locale}/chartability.yaml`, workbook],
    ...[...cards].map(([path, card]): [string, unknown] => [path, card?.audit]),
    ...[...transcripts].map(([id, entry]): [string, unknown] => [`Transcripts, ${id}`, entry]),
    ...heads.map(({ file, head }): [string, unknown] => [file.path, head]),
  ];
  faults.push(...plainTexts.flatMap(([path, text]) => typedFigureFaults(path, stringsIn(text))));
  const faultsOfMap = mapFaults(lessons, course);
  faults.push(...faultsOfMap);
  // A plan follows the map: where that is at fault, the plans would only report it again.
  if (faultsOfMap.length === 0) {
    const planned = new Map([...lessons].map(([slug, { head }]) => [slug, head]));
    faults.push(...syllabusFaults(plans, planned));
  }
  faults.push(...transcriptFaults([...transcripts.values()]));
  faults.push(...argumentFaults(cases, course));
  faults.push(...measureFaults(measures, course, new Set(lessons.keys())));
  for (const slug of new Set([...course.checks.keys(), ...notes.keys()])) {
    if (!lessons.has(slug)) {
      faults.push(`Checks or teacher notes of “${slug}”: there is no lesson of this name.`);
    }
  }
  for (const [slug, { file }] of lessons) {
    faults.push(...bodyFaults(file, course));
    if (file.body.trim() && !notes.has(slug)) {
      faults.push(
        `${file.path} is written but has no teacher notes (content/teaching/${locale}/${slug}.mdx).`,
      );
    }
  }
  for (const { file } of [...notes.values(), ...pages.values()]) {
    faults.push(...bodyFaults(file, course));
  }
  faults.push(...entryFaults(course));
  faults.push(...goalFaults(notes, course));
  faults.push(...followUpFaults(themes, course));
  faults.push(...perspectiveFaults(perspectives, themes, course));
  for (const [path, card] of cards) {
    // The other texts of a card are TeX and names, and take no tokens.
    const prose = [card?.heldAgainst, card?.limits, card?.presets.map(({ says }) => says)];
    faults.push(...stringsIn(prose).flatMap((text) => inlineFaults(path, text, course)));
    if (workbook && card) {
      faults.push(...auditFaults(workbook, card).map((fault) => `${path}: ${fault}`));
    }
  }
  return faults;
}

type Heads<T> = Map<string, { file: SourceFile; head: T }>;

function readHeads<T>(
  root: string,
  folder: string,
  attempt: <R>(read: () => R) => R | undefined,
  parse: (file: SourceFile) => T,
): Heads<T> {
  const heads: Heads<T> = new Map();
  for (const path of filesBelow(root, folder, '.mdx')) {
    attempt(() => {
      const file = readSource(root, path);
      const other = heads.get(file.slug)?.file.path;
      if (other) throw new Error(`${path}: ${other} has this name already.`);
      heads.set(file.slug, { file, head: parse(file) });
    });
  }
  return heads;
}

/** Faults of the map of lessons: unknown prerequisites and questions, circles. */
function mapFaults(lessons: Heads<LessonHead>, course: Course): string[] {
  const faults: string[] = [];
  const taken = new Set(lessons.keys());
  for (const { file, head } of lessons.values()) {
    for (const old of head.formerly) {
      if (taken.has(old)) {
        faults.push(`${file.path}: formerly: “${old}” is, or was, the name of another lesson.`);
      }
      taken.add(old);
    }
    for (const need of head.needs) {
      if (!lessons.has(need)) {
        faults.push(
          `${file.path}: needs: there is no lesson “${need}”. A lesson's name is its file's, without the number.`,
        );
      }
    }
    for (const id of head.followUps) {
      if (!course.followUps.has(id)) {
        faults.push(`${file.path}: followUps: there is no follow-up question “${id}”.`);
      }
    }
  }
  const circle = findCircle(new Map([...lessons].map(([slug, { head }]) => [slug, head.needs])));
  if (circle) faults.push(`Lessons need each other in a circle: ${circle.join(' → ')}.`);
  return faults;
}

/** The first circle in a graph of prerequisites, or undefined. */
function findCircle(needs: Map<string, string[]>): string[] | undefined {
  const finished = new Set<string>();
  const search = (slug: string, path: string[]): string[] | undefined => {
    const seen = path.indexOf(slug);
    if (seen >= 0) return [...path.slice(seen), slug];
    if (finished.has(slug)) return undefined;
    for (const need of needs.get(slug) ?? []) {
      const circle = search(need, [...path, slug]);
      if (circle) return circle;
    }
    finished.add(slug);
    return undefined;
  };
  for (const slug of needs.keys()) {
    const circle = search(slug, []);
    if (circle) return circle;
  }
  return undefined;
}

/** Faults of the YAML collections: tokens, related terms, evidence of claims. */
function entryFaults(course: Course): string[] {
  const faults: string[] = [];
  for (const [id, { see }] of course.terms) {
    for (const other of see) {
      if (!course.terms.has(other))
        faults.push(`Glossary, ${id}: see: there is no term “${other}”.`);
    }
  }
  for (const [id, claimEntry] of course.claims) {
    for (const evidenceId of claimEntry.evidence) {
      if (!course.evidence.has(evidenceId)) {
        faults.push(`Claims, ${id}: evidence: there is no published figure “${evidenceId}”.`);
      }
    }
  }
  for (const [slug, checks] of course.checks) {
    for (const [id, entry] of checks)
      faults.push(...answerFaults(`Checks of ${slug}, ${id}`, entry, course));
  }
  const texts: [string, unknown][] = [
    ...[...course.terms].map(([id, entry]): [string, unknown] => [`Glossary, ${id}`, entry]),
    ...[...course.claims].map(([id, entry]): [string, unknown] => [`Claims, ${id}`, entry]),
    ...[...course.checks].flatMap(([slug, checks]) =>
      [...checks].map(([id, entry]): [string, unknown] => [`Checks of ${slug}, ${id}`, entry]),
    ),
  ];
  for (const [where, entry] of texts) {
    for (const text of stringsIn(entry)) faults.push(...inlineFaults(where, text, course));
  }
  return faults;
}

/** Faults of the number that a numeric check wants: it must be a single value that exists. */
function answerFaults(where: string, entry: Check, { evidence, models }: Course): string[] {
  if (entry.kind !== 'numeric') return [];
  const { answer } = entry;
  const [name, value] =
    'model' in answer
      ? [answer.model, models.get(answer.model)?.value]
      : [
          `${answer.evidence} ${answer.figure}`,
          evidence.get(answer.evidence)?.figures?.[answer.figure]?.value,
        ];
  return value === undefined ? [`${where}: answer: there is no single value “${name}”.`] : [];
}

/** Faults of the follow-up questions: tokens, and findings that are none. */
/** Checks that name an objective which the notes of their lesson do not have. */
function goalFaults(notes: Heads<Teaching>, { checks }: Course): string[] {
  return [...checks].flatMap(([slug, own]) => {
    // That there are no notes is told elsewhere.
    const goals = notes.get(slug)?.head.objectives.length ?? Infinity;
    return [...own].flatMap(([id, { goal = 0 }]) =>
      goal > goals
        ? [`Checks of ${slug}, ${id}: goal: the teacher notes have no objective ${goal}.`]
        : [],
    );
  });
}

function followUpFaults(themes: Map<string, FollowUpTheme | undefined>, course: Course): string[] {
  return [...themes].flatMap(([path, theme]) => [
    ...inlineFaults(path, theme?.title ?? '', course),
    ...Object.entries(theme?.questions ?? {}).flatMap(([id, entry]) => [
      ...entry.evidence
        .filter((of) => !course.evidence.has(of))
        .map((of) => `${path}, ${id}: evidence: there is no published figure “${of}”.`),
      ...stringsIn(entry).flatMap((text) => inlineFaults(`${path}, ${id}`, text, course)),
    ]),
  ]);
}

/** Faults of what three voices say on the themes: themes and questions left out, findings, tokens. */
function perspectiveFaults(
  perspectives: Map<string, Perspective | undefined>,
  themes: Map<string, FollowUpTheme | undefined>,
  course: Course,
): string[] {
  const faults: string[] = [];
  const themeOf = (path: string) => path.replace('perspectives/', 'follow-ups/');
  for (const path of themes.keys()) {
    const file = path.replace('follow-ups/', 'perspectives/');
    if (!perspectives.has(file)) {
      faults.push(`${path}: three voices say nothing on this theme (content/${file}).`);
    }
  }
  for (const [path, entry] of perspectives) {
    const theme = themes.get(themeOf(path));
    if (!theme || !entry) {
      faults.push(`${path}: there is no theme of follow-up questions of this name.`);
      continue;
    }
    const questions = Object.keys(theme.questions);
    for (const voice of voices) {
      const asked = Object.keys(entry.voices[voice].asks);
      if (asked.join() !== questions.join()) {
        faults.push(
          `${path}: voices.${voice}.asks: ask on each question of the theme, in its order: ${questions.join(', ')}.`,
        );
      }
    }
    for (const id of [...Object.values(entry.voices), ...entry.apart].flatMap(
      ({ evidence }) => evidence,
    )) {
      if (!course.evidence.has(id)) {
        faults.push(`${path}: evidence: there is no published figure “${id}”.`);
      }
    }
    for (const text of stringsIn(entry)) faults.push(...inlineFaults(path, text, course));
  }
  return faults;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value && typeof value === 'object') return Object.values(value).flatMap(stringsIn);
  return [];
}
