/**
 * An assignment: what a teacher asks a class to do. All of it stands in the fragment of a link, which no
 * server ever sees:
 *
 *     #assignment?title=Week+2&due=2026-11-30T16:00Z,Europe/Berlin&lessons=a,b&set.cue-lab=seed=7&end
 *
 * Each part is read on its own, so that one which was damaged on its way costs nothing but itself.
 */
import { fnv1a64 } from './fingerprint.ts';

/** How a figure is handed to a class. */
export interface FigureSetting {
  /** Name of the figure. */
  figure: string;
  /** Its link's keys and values, as in the figure's own links: `seed=7&light=on`; empty for its state at rest. */
  state: string;
  /** Slugs of the names of its controls that are hidden. */
  hidden: string[];
}

export interface Assignment {
  /** One line; may be empty. */
  title: string;
  /** Plain text; may be empty, may have several lines. */
  instructions: string;
  /** When it is due, in milliseconds since 1970, and the teacher's time zone (IANA). */
  due: { at: number; zone: string } | undefined;
  /** Slugs. */
  lessons: string[];
  /** `<lesson>/<check>`, besides those of the lessons. */
  checks: string[];
  /** Ids of follow-up questions. */
  questions: string[];
  figures: FigureSetting[];
}

export interface AssignmentReading {
  /** What could be read. */
  assignment: Assignment;
  /** Names of the parts that could not be read, as they stand in the link: `lessons: no-such-lesson`. */
  unread: string[];
  /** Whether the end of the link is missing. */
  cut: boolean;
}

/** What an assignment may refer to. */
export interface AssignmentCourse {
  lessons: {
    slug: string;
    /** Slugs that the lesson had before. */
    formerly: string[];
    figures: string[];
    /** `<lesson>/<check>`. */
    checks: string[];
  }[];
  /** Ids of the follow-up questions. */
  questions: string[];
}

/** Longest fragment that is read, in characters. */
export const longestAssignment = 8192;
/** Most characters in a title and in the instructions. */
export const longestTitle = 160;
export const longestInstructions = 2000;

const opening = '#assignment?';
/** Closes every link, so that one cut short on its way is known even where what is left makes sense. */
const closing = '&end';

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const check = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{3})?)?Z$/;
const pair = '[\\w*.+%-]+=[\\w*.+%-]*';
const state = new RegExp(`^${pair}(?:&${pair})*$`);
const longestName = 160;
const longestState = 2000;

/** An assignment in which nothing is asked. */
export const emptyAssignment: Assignment = {
  title: '',
  instructions: '',
  due: undefined,
  lessons: [],
  checks: [],
  questions: [],
  figures: [],
};

/**
 * The fragment for an assignment; parts that are empty are left out. The same assignment always gives the
 * same. What is longer than `longestAssignment` will not be read.
 *
 * @throws RangeError where it is due at no moment of the calendar.
 */
export function assignmentFragment(assignment: Assignment): string {
  const { due, lessons, checks, questions, figures } = assignment;
  const title = plainTitle(assignment.title);
  const instructions = plainText(assignment.instructions);
  const parts: [string, string][] = [
    ['title', title],
    ['instructions', instructions],
    ['due', due ? `${writtenMoment(due.at)},${due.zone}` : ''],
    ['lessons', lessons.join()],
    ['checks', checks.join()],
    ['questions', questions.join()],
    ...figures.flatMap(({ figure, state: set, hidden }): [string, string][] => [
      [`set.${figure}`, set.replaceAll('&', ';')],
      [`hide.${figure}`, hidden.join()],
    ]),
  ];
  const written = parts.filter(([, value]) => value).map(([key, value]) => `${key}=${safe(value)}`);
  return `${opening}${written.join('&')}${closing}`;
}

/** A name for an assignment: 16 hexadecimal digits over its fragment. */
export const assignmentId = (assignment: Assignment): string =>
  fnv1a64(assignmentFragment(assignment));

/**
 * The fragment of an assignment in a text that somebody pasted or that a program mangled: with a sentence
 * around it, with line breaks in it, with a full stop after it, as the HTML of a page has it, or within a
 * link to Google Classroom. Nothing where there is none.
 */
export function fragmentIn(text: string): string | undefined {
  const plain = text.replaceAll('&amp;', '&');
  const start = plain.indexOf(opening);
  if (start < 0) {
    const [shared] = /https:\/\/classroom\.google\.com\/share\?[^\s"<>]*/.exec(plain) ?? [];
    const inside = shared && new URL(shared).searchParams.get('url');
    return inside ? fragmentIn(inside) : undefined;
  }
  const [fragment = ''] = plain.slice(start).split(new RegExp(`(?<=${closing})`));
  return fragment.endsWith(closing) ? fragment.replace(/\s+/g, '') : fragment.split(/[\s"<>]/)[0];
}

/** Reads the assignment in a fragment, which anyone may have written; nothing where there is none, or one too long. */
export function readAssignment(fragment: string): AssignmentReading | undefined {
  if (!fragment.startsWith(opening) || fragment.length > longestAssignment) return undefined;
  const cut = !fragment.endsWith(closing);
  const query = fragment.slice(opening.length, cut ? undefined : -closing.length);
  const unread: string[] = [];
  const assignment = structuredClone(emptyAssignment);
  const figures = new Map<string, FigureSetting>();
  const seen = new Set<string>();
  const parts = query.split('&');
  // What is left of the closing word is no part.
  if (cut && 'end'.startsWith(parts.at(-1)!)) parts.pop();
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    const last = cut && index === parts.length - 1;
    const [key, value] = decoded(last ? part.replace(/%[0-9A-F]?$/i, '') : part);
    if (seen.has(key)) unread.push(named(key));
    else if (key.startsWith('set.') || key.startsWith('hide.')) {
      // Half a setting is another setting: what stands last in a link that was cut is not trusted.
      if (last || !readFigure(figures, key, value, unread)) unread.push(named(key));
    } else readPart(assignment, key, value, unread);
    seen.add(key);
  }
  return { assignment: { ...assignment, figures: [...figures.values()] }, unread, cut };
}

function readPart(into: Assignment, key: string, value: string, unread: string[]): void {
  switch (key) {
    case 'title':
      into.title = plainTitle(value);
      break;
    case 'instructions':
      into.instructions = plainText(value);
      break;
    case 'due':
      into.due = readDue(value, unread);
      break;
    case 'lessons':
    case 'questions':
      into[key] = readList(key, value, slug, unread);
      break;
    case 'checks':
      into.checks = readList(key, value, check, unread);
      break;
    default:
      unread.push(named(key));
  }
}

/** @returns false where the figure or its state cannot be read */
function readFigure(
  figures: Map<string, FigureSetting>,
  key: string,
  value: string,
  unread: string[],
): boolean {
  const dot = key.indexOf('.');
  const figure = key.slice(dot + 1);
  if (!slug.test(figure) || figure.length > longestName) return false;
  const setting = figures.get(figure) ?? { figure, state: '', hidden: [] };
  if (key.startsWith('set.')) {
    const set = value.replaceAll(';', '&');
    if (!state.test(set) || set.length > longestState) return false;
    setting.state = set;
  } else setting.hidden = readList(key, value, slug, unread);
  figures.set(figure, setting);
  return true;
}

/** The entries of a list that have the right form, each once; the others are named. */
function readList(key: string, value: string, form: RegExp, unread: string[]): string[] {
  const entries = new Set(value.split(',').filter(Boolean));
  return [...entries].filter((entry) => {
    const fits = entry.length <= longestName && form.test(entry);
    if (!fits) unread.push(named(key, entry));
    return fits;
  });
}

function readDue(value: string, unread: string[]): Assignment['due'] {
  const [written = '', zone = ''] = value.split(',');
  const at = moment.test(written) ? Date.parse(written) : NaN;
  // Date.parse lets the 31st of February pass for a day in March.
  if (Number.isNaN(at) || writtenMoment(at).slice(0, 10) !== written.slice(0, 10)) {
    unread.push(named('due', value));
    return undefined;
  }
  if (isZone(zone)) return { at, zone };
  // The moment holds without it.
  unread.push(named('due', zone || undefined));
  return { at, zone: 'UTC' };
}

/** Whether this browser knows a time zone by that name. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,60}$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * What a course can make of an assignment: lessons that were renamed get their present names, their
 * checks with them, and what the course does not have is taken out and named.
 */
export function fitToCourse(
  reading: AssignmentReading,
  course: AssignmentCourse,
): AssignmentReading {
  const { assignment } = reading;
  const unread = [...reading.unread];
  const present = new Map(
    course.lessons.flatMap((lesson) => lesson.formerly.map((old) => [old, lesson.slug] as const)),
  );
  for (const lesson of course.lessons) present.set(lesson.slug, lesson.slug);
  const known = {
    lessons: new Set(course.lessons.map((lesson) => lesson.slug)),
    checks: new Set(course.lessons.flatMap(({ checks }) => checks)),
    questions: new Set(course.questions),
    figures: new Set(course.lessons.flatMap((lesson) => lesson.figures)),
  };
  const kept = (part: 'lessons' | 'checks' | 'questions', nameOf: (entry: string) => string) => {
    const names = assignment[part].map((entry) => {
      const name = nameOf(entry);
      if (known[part].has(name)) return name;
      unread.push(named(part, entry));
      return undefined;
    });
    return [...new Set(names.filter((name) => name !== undefined))];
  };
  return {
    assignment: {
      ...assignment,
      lessons: kept('lessons', (lesson) => present.get(lesson) ?? lesson),
      checks: kept('checks', (entry) => {
        const [lesson = '', own = ''] = entry.split('/');
        return `${present.get(lesson) ?? lesson}/${own}`;
      }),
      questions: kept('questions', (question) => question),
      figures: assignment.figures.filter(({ figure }) => {
        if (!known.figures.has(figure)) unread.push(named('figures', figure));
        return known.figures.has(figure);
      }),
    },
    unread,
    cut: reading.cut,
  };
}

const named = (key: string, entry?: string) =>
  (entry ? `${key}: ${entry}` : key).slice(0, 80).replace(/\p{Surrogate}$/u, '');

/** A part of a link as its key and its value. */
function decoded(part: string): [string, string] {
  const [[key, value] = ['', '']] = new URLSearchParams(part);
  // A letter of several bytes that was cut leaves a trace of no meaning.
  return [key, value.replace(/\uFFFD+$/, '')];
}

/** A text as it can stand in a link: readable, and without what ends a link in an e-mail or in Markdown. */
const safe = (text: string) =>
  encodeURIComponent(text)
    .replace(/%(?:20|2C|2F|3A|3B|3D|3F)/g, (code) =>
      code === '%20' ? '+' : decodeURIComponent(code),
    )
    .replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const writtenMoment = (at: number) => new Date(at).toISOString().replace(/(?::00)?\.000Z$/, 'Z');

const plainTitle = (title: string) => plainText(title.replace(/\s+/g, ' '), longestTitle);

/** Without what is no text: control characters, halves of characters, signs that turn the reading direction. */
const plainText = (text: string, longest = longestInstructions) =>
  text
    .replace(/\r\n?/g, '\n')
    // These stand between words, which would run together without them.
    .replace(/[\t\v\f]/g, ' ')
    .replace(/[\p{Surrogate}\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/gu, '')
    .trim()
    .slice(0, longest)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
