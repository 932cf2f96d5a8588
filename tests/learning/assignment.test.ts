import { describe, expect, test } from 'vitest';
import fc from '../support/fast-check.ts';
import {
  assignmentFragment,
  assignmentId,
  emptyAssignment,
  fitToCourse,
  fragmentIn,
  isZone,
  longestAssignment,
  readAssignment,
  type Assignment,
  type AssignmentCourse,
} from '../../src/learning/assignment.ts';
import { readEntries, filesBelow, lessonName, readEntry } from '../../src/lib/read-course.ts';
import { check } from '../../src/schemas/check.ts';
import { followUpTheme } from '../../src/schemas/follow-up.ts';

const weekTwo: Assignment = {
  title: 'Week 2: what does it know?',
  instructions: 'Read first.\nThen predict, and only then look.',
  due: { at: Date.UTC(2026, 10, 30, 16), zone: 'Europe/Berlin' },
  lessons: ['two-faces', 'the-experiment'],
  checks: ['does-it-know/cue-or-belief'],
  questions: ['robust-detection'],
  figures: [
    {
      figure: 'cue-lab',
      state: 'harm=0.5&prompt=default',
      hidden: ['seed', 'what-the-prompt-says'],
    },
    { figure: 'cue-switch', state: '', hidden: ['condition'] },
  ],
};
const read = (fragment: string) => readAssignment(fragment)!;
const part = (text: string) => read(`#assignment?${text}&end`);

describe('an assignment in a link', () => {
  test('can be read by people', () => {
    expect(assignmentFragment(weekTwo)).toBe(
      '#assignment?title=Week+2:+what+does+it+know?&instructions=Read+first.%0AThen+predict,+and+only+then+look.' +
        '&due=2026-11-30T16:00Z,Europe/Berlin&lessons=two-faces,the-experiment' +
        '&checks=does-it-know/cue-or-belief&questions=robust-detection' +
        '&set.cue-lab=harm=0.5;prompt=default&hide.cue-lab=seed,what-the-prompt-says' +
        '&hide.cue-switch=condition&end',
    );
  });

  test('comes back as it was', () => {
    const reading = { assignment: weekTwo, unread: [], cut: false };
    expect(read(assignmentFragment(weekTwo))).toEqual(reading);
    expect(read(assignmentFragment(emptyAssignment)).assignment).toEqual(emptyAssignment);
  });

  test('survives a program that escapes all it can', () => {
    const escaped = assignmentFragment(weekTwo).replace(/(?<=[?&][\w.-]+=)[^&]*/g, (value) =>
      value.replace(/[=,:;/?]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    );
    expect(escaped).toContain('set.cue-lab=harm%3d0.5%3bprompt%3ddefault&');
    expect(read(escaped)).toEqual({ assignment: weekTwo, unread: [], cut: false });
  });

  const slug = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,8}){0,2}$/);
  const list = (entries: fc.Arbitrary<string>) => fc.uniqueArray(entries, { maxLength: 8 });
  const stateText = fc
    .uniqueArray(fc.tuple(slug, fc.string({ unit: 'grapheme', maxLength: 8 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pairs) => new URLSearchParams(pairs).toString());
  const anyAssignment: fc.Arbitrary<Assignment> = fc.record({
    title: fc.string({ unit: 'binary', maxLength: 60 }),
    instructions: fc.string({ unit: 'grapheme', maxLength: 200 }),
    due: fc.option(
      fc.record({
        at: fc.integer({ min: 0, max: 253_402_300_799_999 }),
        zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC', 'Etc/GMT+5'),
      }),
      { nil: undefined },
    ),
    lessons: list(slug),
    checks: list(fc.tuple(slug, slug).map((names) => names.join('/'))),
    questions: list(slug),
    figures: fc.uniqueArray(
      fc.record({
        figure: slug,
        state: stateText,
        hidden: list(slug),
      }),
      { maxLength: 3, selector: ({ figure }) => figure },
    ),
  });

  test('what is written once is read and written the same ever after', () => {
    fc.assert(
      fc.property(anyAssignment, (assignment) => {
        const fragment = assignmentFragment(assignment);
        const reading = read(fragment);
        expect(reading.unread).toEqual([]);
        expect(reading.cut).toBe(false);
        expect(assignmentFragment(reading.assignment)).toBe(fragment);
        // All but the texts, which are cleaned, is as it was given.
        const text = expect.any(String) as string;
        expect(reading.assignment).toEqual({ ...assignment, title: text, instructions: text });
      }),
    );
  });

  test('cut anywhere, it says so, and what is left is what was there', () => {
    fc.assert(
      fc.property(
        anyAssignment,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (assignment, where) => {
          const fragment = assignmentFragment(assignment);
          const start = '#assignment?'.length;
          const length = start + Math.floor(where * (fragment.length - start));
          const { assignment: left, cut } = read(fragment.slice(0, length));
          const whole = read(fragment).assignment;
          expect(cut).toBe(true);
          expect(whole.title.startsWith(left.title.trim())).toBe(true);
          // Of each list all but what was cut is whole; a figure is set as it was, or not at all.
          expect(whole.lessons).toEqual(expect.arrayContaining(left.lessons.slice(0, -1)));
          for (const setting of left.figures) {
            const meant = whole.figures.find(({ figure }) => figure === setting.figure)!;
            expect(['', meant.state]).toContain(setting.state);
          }
        },
      ),
    );
  });

  test('any text is read without an error, and gives only what can be written again', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            ...['title=', 'due=', 'lessons=', 'checks=', 'set.a=', 'hide.a=', 'x', '/', ',', ';'],
            ...['%', '%2', '%E2%82', '=', '&', '&end', '__proto__', 'constructor', '2026-02-31'],
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const { assignment } = read(`#assignment?${text}`);
        const again = read(assignmentFragment(assignment));
        expect(again.unread).toEqual([]);
        expect(again.assignment.lessons).toEqual(assignment.lessons);
        expect(again.assignment.checks).toEqual(assignment.checks);
        expect(again.assignment.due).toEqual(assignment.due);
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is no assignment', () => {
  test.each(['', '#', '#assignment', '#cue-lab?seed=7&end', '#Assignment?title=x&end'])(
    '“%s” holds none',
    (fragment) => expect(readAssignment(fragment)).toBeUndefined(),
  );

  test('one longer than 8 KiB is refused unread', () => {
    const long = (length: number) => `#assignment?title=${'x'.repeat(length - 22)}&end`;
    expect(long(longestAssignment)).toHaveLength(8192);
    expect(readAssignment(long(longestAssignment))).toBeDefined();
    expect(readAssignment(long(longestAssignment + 1))).toBeUndefined();
  });
});

describe('a part that cannot be read is named, and the rest is read', () => {
  test.each([
    ['colour=red', ['colour']],
    ['lessons=two-faces,Two%20Faces,../up', ['lessons: Two Faces', 'lessons: ../up']],
    ['checks=two-faces,two-faces/a/b', ['checks: two-faces', 'checks: two-faces/a/b']],
    ['due=soon', ['due: soon']],
    ['due=2026-02-31T10:00Z,UTC', ['due: 2026-02-31T10:00Z,UTC']],
    ['due=2026-02-03T10:00%2B01:00,UTC', ['due: 2026-02-03T10:00+01:00,UTC']],
    ['set.cue-lab=seed', ['set.cue-lab']],
    ['set.Cue=seed=7', ['set.Cue']],
    ['hide.cue-lab=seed,A%20b', ['hide.cue-lab: A b']],
    ['__proto__=x&constructor=y', ['__proto__', 'constructor']],
    ['set.__proto__=seed=7', ['set.__proto__']],
    ['lessons=__proto__', ['lessons: __proto__']],
    ['title=One&title=Two', ['title']],
  ])('%s', (text, unread) => {
    const reading = part(`questions=robust-detection&${text}`);
    expect(reading.unread).toEqual(unread);
    expect(reading.assignment.questions).toEqual(['robust-detection']);
    expect(reading.cut).toBe(false);
  });

  test('a moment holds without its zone', () => {
    const reading = part('due=2026-02-03T10:00Z,Mars/Olympus');
    expect(reading.unread).toEqual(['due: Mars/Olympus']);
    expect(reading.assignment.due).toEqual({ at: Date.UTC(2026, 1, 3, 10), zone: 'UTC' });
  });

  test('of a figure that was set and cut short nothing is set', () => {
    const reading = read('#assignment?lessons=two-faces&hide.cue-lab=harm&set.cue-lab=seed=7');
    expect(reading.unread).toEqual(['set.cue-lab']);
    expect(reading.assignment.figures).toEqual([
      { figure: 'cue-lab', state: '', hidden: ['harm'] },
    ]);
  });

  test.each(['&en', '&', '%E2%8', '%'])('“%s” at the end of a cut link is no part', (rest) => {
    const reading = read(`#assignment?title=Half a loa${rest}`);
    expect(reading).toMatchObject({ unread: [], cut: true, assignment: { title: 'Half a loa' } });
  });

  test('signs that are no text are left out', () => {
    const reading = part('title=a%00b%0Ac%E2%80%AEd%F0%9F%A6%89&instructions=x%1By%0D%0Az');
    expect(reading.assignment.title).toBe('ab cd🦉');
    expect(reading.assignment.instructions).toBe('xy\nz');
  });

  test('a tab in the instructions keeps words apart', () => {
    const instructions = 'Read\tlesson 1.\n\tThen answer.';
    const written = readAssignment(assignmentFragment({ ...emptyAssignment, instructions }));
    expect(written?.assignment.instructions).toBe('Read lesson 1.\n Then answer.');
    expect(part('instructions=Read%09lesson%0B1').assignment.instructions).toBe('Read lesson 1');
  });
});

describe('a link that somebody pasted', () => {
  const fragment = assignmentFragment(weekTwo);
  const link = `https://example.org/assignment/${fragment}`;

  test.each([
    ['as it is', link, fragment],
    ['in a sentence', `Here: (${link}). Have fun & enjoy the #end`, fragment],
    ['broken into lines', link.replace('two-faces', 'two-\n  faces'), fragment],
    ['out of a page', `<a href="${link.replaceAll('&', '&amp;')}">Week 2</a>`, fragment],
    ['cut', `${link.slice(0, -12)} and more`, fragment.slice(0, -12)],
    ['cut, between quotation marks', `"${link.slice(0, -12)}"`, fragment.slice(0, -12)],
    ['cut, in angle brackets', `<${link.slice(0, -12)}>`, fragment.slice(0, -12)],
    ['to another page', 'https://example.org/lessons/two-faces/#cue-lab?seed=7&end', undefined],
    ['empty', '', undefined],
  ])('%s', (_, text, found) => expect(fragmentIn(text)).toBe(found));
});

test('zones are those that this machine knows', () => {
  expect(['Europe/Berlin', 'UTC', 'Etc/GMT+5'].every(isZone)).toBe(true);
  expect(['', 'Mars/Olympus', '+01:00', '__proto__'].some(isZone)).toBe(false);
});

test('the same assignment has the same id, another another', () => {
  expect(assignmentId(weekTwo)).toMatch(/^[0-9a-f]{16}$/);
  expect(assignmentId(structuredClone(weekTwo))).toBe(assignmentId(weekTwo));
  expect(assignmentId({ ...weekTwo, title: 'Week 3' })).not.toBe(assignmentId(weekTwo));
});

describe('an assignment and the course', () => {
  const course: AssignmentCourse = {
    lessons: [
      {
        slug: 'two-faces',
        formerly: ['janus', 'a-face'],
        figures: ['cue-switch'],
        checks: ['two-faces/one'],
      },
      { slug: 'who-decides', formerly: [], figures: [], checks: ['who-decides/one'] },
    ],
    questions: ['robust-detection'],
  };
  const fitted = (text: string) => fitToCourse(part(text), course);

  test('a lesson that was renamed, and its checks, go by their present names, once', () => {
    const { assignment, unread } = fitted(
      'lessons=janus,who-decides,two-faces&checks=a-face/one,who-decides/one',
    );
    expect(assignment.lessons).toEqual(['two-faces', 'who-decides']);
    expect(assignment.checks).toEqual(['two-faces/one', 'who-decides/one']);
    expect(unread).toEqual([]);
  });

  test('what the course does not have is named, one by one', () => {
    const { assignment, unread } = fitted(
      'colour=red&lessons=two-faces,gone,constructor&checks=janus/two&questions=why' +
        '&hide.cue-lab=seed&set.cue-switch=seed=7',
    );
    expect(unread).toEqual([
      'colour',
      'lessons: gone',
      'lessons: constructor',
      'checks: janus/two',
      'questions: why',
      'figures: cue-lab',
    ]);
    expect(assignment.lessons).toEqual(['two-faces']);
    expect(assignment.figures).toEqual([{ figure: 'cue-switch', state: 'seed=7', hidden: [] }]);
  });
});

test('the whole course, with title and 300 characters of instructions, stays under 1,500 characters', () => {
  const lessons = filesBelow('content', 'lessons', '.mdx').map((path) => lessonName(path).slug);
  const sentence =
    'Please read each lesson to its end, commit a prediction before you look (yes, really), ';
  const assignment: Assignment = {
    ...emptyAssignment,
    title: 'Alignment faking: the whole course, autumn term',
    instructions: sentence.repeat(4).slice(0, 300),
    due: weekTwo.due,
    lessons,
    questions: filesBelow('content', 'follow-ups', '.yaml').flatMap((path) =>
      Object.keys(readEntry('content', path, followUpTheme).questions),
    ),
  };
  expect(lessons.length).toBeGreaterThanOrEqual(18);
  expect(assignmentFragment(assignment).length).toBeLessThan(1500);
  expect(read(assignmentFragment(assignment)).assignment.lessons).toEqual(lessons);
});

test('every check of the course can be assigned', () => {
  const checks = filesBelow('content', 'checks', '.yaml').flatMap((path) =>
    [...readEntries('content', path, check).keys()].map(
      (id) => `${path.replace(/^.*\/|\.yaml$/g, '')}/${id}`,
    ),
  );
  const fragment = assignmentFragment({ ...emptyAssignment, checks });
  expect(fragment.length).toBeLessThan(longestAssignment);
  expect(read(fragment).assignment.checks).toEqual(checks);
});
