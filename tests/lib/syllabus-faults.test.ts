import { expect, it } from 'vitest';
import { filesBelow, parseEntry, readEntry, readSource } from '../../src/lib/read-course.ts';
import {
  homeMinutes,
  lessonsOfPlan,
  syllabusFaults,
  type PlannedLesson,
} from '../../src/lib/syllabus-faults.ts';
import { lesson } from '../../src/schemas/lesson.ts';
import { syllabus, type Syllabus } from '../../src/schemas/syllabus.ts';

const lessons = new Map<string, PlannedLesson>(
  filesBelow('content', 'lessons', '.mdx').map((path) => {
    const { slug, head } = readSource('content', path);
    return [slug, parseEntry(lesson, head, path)];
  }),
);
const plans = new Map<string, Syllabus>(
  filesBelow('content', 'syllabus', '.yaml').map((path) => [
    path.replace(/^.*\/|\.yaml$/g, ''),
    readEntry('content', path, syllabus),
  ]),
);

it('the plans add up, by the minutes of the lessons', () => {
  expect([...plans.keys()].sort()).toEqual(['class-hour', 'term', 'week']);
  expect(syllabusFaults(plans, lessons)).toEqual([]);
});

it('the term reads every lesson', () => {
  expect(lessonsOfPlan(plans.get('term')!).sort()).toEqual([...lessons.keys()].sort());
});

it('the plan for a class hour needs nothing read before', () => {
  const [session, ...more] = plans.get('class-hour')!.sessions;
  expect(more).toEqual([]);
  expect(homeMinutes(session!, lessons)).toBe(0);
});

const small = new Map<string, PlannedLesson>([
  ['first', { minutes: 10, needs: [] }],
  ['second', { minutes: 12, needs: ['first'] }],
]);
const session = {
  title: 'Opening',
  minutes: 40,
  home: ['first'],
  parts: [
    { minutes: 25, do: 'Read the second lesson.', lesson: 'second' },
    { minutes: 15, do: 'Talk about what was read.' },
  ],
};
const faultsOf = (...sessions: Partial<typeof session>[]) => {
  const plan = { homeAtMost: 20, sessions: sessions.map((own) => ({ ...session, ...own })) };
  return syllabusFaults(new Map([['x.yaml', plan as Syllabus]]), small).map((fault) =>
    fault.replace('x.yaml, “Opening”: ', ''),
  );
};

it('a sound plan has no faults', () => {
  expect(faultsOf({})).toEqual([]);
});

it.each([
  [{ minutes: 45 }, 'its parts take 40 minutes, not 45.'],
  [{ home: ['first', 'third'] }, 'there is no lesson “third”.'],
  [{ home: ['first', 'second'] }, '22 minutes of reading before it are more than 20.'],
  [{ home: [] }, '“second” builds on first, not read by then.'],
  [
    {
      parts: [
        { minutes: 11, do: 'Read the second lesson.', lesson: 'second' },
        { minutes: 29, do: 'Talk about what was read.' },
      ],
    },
    '“second” asks for 12 minutes and gets 11 in class.',
  ],
])('%o → %s', (own, fault) => {
  expect(faultsOf(own)).toEqual([fault]);
});

it('what was read before an earlier session counts as read', () => {
  expect(faultsOf({}, { home: [] })).toEqual([]);
});
