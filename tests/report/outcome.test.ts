import { expect, test } from 'vitest';
import type { Assignment } from '../../src/learning/assignment.ts';
import { eventOf, type Deed, type KeptDocumentRecord } from '../../src/learning/record.ts';
import { outcomeOf } from '../../src/report/outcome.ts';
import { planOf } from '../../src/report/plan.ts';
import type { BankQuestion, Course, CourseLesson } from '../../src/teach/course.ts';

const asked = { stem: 'Which?', objective: '', bloom: '', sources: [], options: [], order: [] };
const option = (correct: boolean) => ({ text: '', correct, feedback: '' });
const item = { text: '', feedback: '' };
const feedback = { low: '', high: '', right: '' };
const checks: BankQuestion[] = [
  { ...asked, id: 'one/a', kind: 'single', options: [option(false), option(true)] },
  { ...asked, id: 'one/b', kind: 'order', order: [item, item, item] },
  {
    ...asked,
    ...{ id: 'two/a', kind: 'numeric' },
    numeric: { answer: 14.2, tolerance: 2, unit: '%', printed: '14.2%', computed: false, feedback },
  },
  {
    ...asked,
    ...{ id: 'two/b', kind: 'multiple' },
    options: [option(true), option(false), option(true)],
  },
];
const lessonOf = (slug: string) =>
  ({ slug, checks: checks.filter(({ id }) => id.startsWith(slug)) }) as CourseLesson;
const course = {
  lessons: [lessonOf('one'), lessonOf('two')],
  followUps: [{ id: 'why', theme: '', question: '' }],
} as unknown as Course;
const assignment: Assignment = {
  ...{ title: '', instructions: '', due: undefined, figures: [] },
  lessons: ['one'],
  checks: ['two/b', 'one/a', 'gone/x'],
  questions: ['why', 'gone'],
};
const plan = planOf(assignment, course, { standard: 'scorm12', page: 'x' });

test('a plan holds the checks of the lessons and those chosen alone, each once, with what is right', () => {
  expect(plan.checks.map(({ id, right }) => [id, right])).toEqual([
    ['one/a', [1]],
    ['one/b', [0, 1, 2]],
    ['two/b', [0, 2]],
  ]);
  expect(plan.questions).toEqual(['why']);
  const number = planOf({ ...assignment, checks: ['two/a'] }, course, plan).checks.at(-1);
  expect(number).toMatchObject({ right: [14.2], tolerance: 2 });
  expect(planOf(assignment, course, { ...plan, passMark: 0.7 }).passMark).toBe(0.7);
  const unchecked = { ...assignment, lessons: [], checks: [] };
  expect(planOf(unchecked, course, { ...plan, passMark: 0.7 })).not.toHaveProperty('passMark');
});

test('the last answer counts, and all parts make it done', () => {
  const deeds: Deed[] = [];
  const documents: KeptDocumentRecord[] = [];
  const outcome = () => outcomeOf(plan, { events: deeds.map((deed) => eventOf(deed)), documents });
  const answer = (check: string, right: boolean) =>
    deeds.push({ kind: 'answered', check, given: '0', right });

  expect(outcome()).toEqual({ share: 0, done: false });
  answer('one/a', true);
  answer('one/b', true);
  answer('two/a', true);
  expect(outcome()).toEqual({ share: 2 / 3, done: false });
  answer('one/a', false);
  answer('two/b', true);
  deeds.push({ kind: 'read', lesson: 'one' });
  expect(outcome()).toEqual({ share: 2 / 3, done: false });
  const write = (state: string) =>
    documents.splice(0, 1, {
      name: 'question/why',
      at: 1,
      value: { state, ticked: [], note: 'B' },
    });
  write('working');
  expect(outcome()).toEqual({ share: 2 / 3, done: false });
  write('answered');
  expect(outcome()).toEqual({ share: 2 / 3, done: true });
});

test('an assignment without checks has no score', () => {
  const bare = { ...plan, checks: [], questions: [] };
  const events = [eventOf({ kind: 'read', lesson: 'one' })];
  expect(outcomeOf(bare, { events, documents: [] })).toEqual({ share: undefined, done: true });
});
