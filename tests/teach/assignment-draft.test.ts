import { describe, expect, test } from 'vitest';
import { assignmentFragment } from '../../src/learning/assignment.ts';
import {
  assignmentOf,
  chosenFigures,
  draftFrom,
  emptyDraft,
  faultsOf,
  withEntry,
  withFigure,
  type BuilderCourse,
  type Draft,
} from '../../src/teach/assignment-draft.ts';

const lesson = (slug: string, figures: string[], formerly: string[] = []) => ({
  slug,
  formerly,
  number: 1,
  title: slug,
  minutes: 10,
  figures: figures.map((name) => ({ name, title: name })),
  checks: ['one', 'two'].map((check) => ({ id: `${slug}/${check}`, stem: `${check}?` })),
});
const course: BuilderCourse = {
  levels: [
    { level: 'basic', name: 'Basic', lessons: [lesson('a', ['lab']), lesson('b', [], ['old-b'])] },
    { level: 'expert', name: 'Expert', lessons: [lesson('c', ['lab', 'game'])] },
  ],
  themes: [{ title: 'T', questions: [{ id: 'why', question: 'Why?' }] }],
};
const zone = 'Europe/Berlin';
const draft: Draft = {
  title: 'Week 2',
  instructions: 'Read, then answer.',
  due: '2026-11-30T17:00',
  zone: 'Asia/Tokyo',
  lessons: ['c', 'a'],
  checks: ['b/two', 'a/one', 'b/one'],
  questions: ['why'],
  figures: [
    { figure: 'game', state: 'seed=7', hidden: ['speed', 'another-seed'] },
    { figure: 'elsewhere', state: 'seed=1', hidden: [] },
  ],
};

describe('the assignment of a draft', () => {
  const made = assignmentOf(draft, course, zone);

  test('is in the order of the course, without what comes with a lesson or belongs to none', () => {
    expect(made).toEqual({
      title: 'Week 2',
      instructions: 'Read, then answer.',
      due: { at: Date.parse('2026-11-30T08:00Z'), zone: 'Asia/Tokyo' },
      lessons: ['a', 'c'],
      checks: ['b/one', 'b/two'],
      questions: ['why'],
      figures: [{ figure: 'game', state: 'seed=7', hidden: ['another-seed', 'speed'] }],
    });
  });

  test('is due by the clocks of the teacher unless another zone was chosen', () => {
    expect(assignmentOf({ ...draft, zone: '' }, course, zone).due).toEqual({
      at: Date.parse('2026-11-30T16:00Z'),
      zone,
    });
    expect(assignmentOf({ ...draft, due: '' }, course, zone).due).toBeUndefined();
  });

  test('is the same when its link is opened in the builder again', () => {
    const opened = draftFrom(assignmentFragment(made), course)!;
    expect(opened).toMatchObject({ unread: [], cut: false });
    expect(assignmentOf(opened.draft, course, 'UTC')).toEqual(made);
  });

  test('gets the present names of lessons, and names what the course does not have', () => {
    const fragment = '#assignment?title=x&lessons=old-b,gone&questions=why&end';
    const opened = draftFrom(fragment, course)!;
    expect(opened.draft.lessons).toEqual(['b']);
    expect(opened.unread.join()).toContain('gone');
  });

  test('is none where a link holds none', () => {
    expect(draftFrom('#lab?seed=7&end', course)).toBeUndefined();
  });
});

describe('what stands in the way of a draft', () => {
  const faults = (change: Partial<Draft>, half = false) =>
    faultsOf({ ...draft, ...change }, course, zone, half);

  test('is nothing where all is said', () => {
    expect(faults({})).toEqual({});
    expect(faults({ due: '', instructions: '', lessons: [], questions: [] })).toEqual({});
  });

  test('is said at its field', () => {
    expect(faultsOf(emptyDraft, course, zone, false)).toEqual({
      title: 'untitled',
      choice: 'nothing',
    });
    expect(faults({ title: ' ' })).toEqual({ title: 'untitled' });
    expect(faults({ due: '' }, true)).toEqual({ due: 'half' });
    expect(faults({ due: '2026-03-29T02:30', zone })).toEqual({ due: 'skipped' });
    expect(faults({ due: '0026-03-29T12:30' })).toEqual({ due: 'outOfReach' });
    expect(faults({ due: '12026-03-29T12:30' })).toEqual({ due: 'outOfReach' });
    expect(faults({ instructions: '語'.repeat(1500) })).toEqual({ instructions: 'long' });
  });

  test('is that nothing is chosen, where the course has nothing of what is', () => {
    expect(faults({ lessons: ['gone'], checks: [], questions: ['gone'] })).toEqual({
      choice: 'nothing',
    });
  });
});

test('a figure is set once, and not at all where it is as it was', () => {
  const set = withFigure(emptyDraft, 'lab', { state: 'seed=7' });
  const hidden = withFigure(set, 'lab', { hidden: ['speed'] });
  expect(hidden.figures).toEqual([{ figure: 'lab', state: 'seed=7', hidden: ['speed'] }]);
  expect(withFigure(hidden, 'lab', { state: '', hidden: [] }).figures).toEqual([]);
});

test('the figures of the chosen lessons come each once', () => {
  expect(chosenFigures(draft, course).map(({ name, lesson: shownIn }) => [name, shownIn])).toEqual([
    ['lab', 'a'],
    ['game', 'c'],
  ]);
});

test('an entry is put in once and taken out', () => {
  expect(withEntry(['a'], 'a', true)).toEqual(['a']);
  expect(withEntry(['a'], 'b', true)).toEqual(['a', 'b']);
  expect(withEntry(['a', 'b'], 'a', false)).toEqual(['b']);
});
