import { describe, expect, test } from 'vitest';
import {
  calibrationOf,
  firstTries,
  progressOf,
  whereToGoOn,
  type CourseLesson,
} from '../../src/learning/progress.ts';
import { eventOf, type Deed } from '../../src/learning/record.ts';

const course: CourseLesson[] = ['one', 'two', 'three'].map((slug) => ({
  slug,
  title: slug,
  figures: [`${slug}-figure`],
  checks: [`${slug}/a`, `${slug}/b`],
}));

let clock = 0;
const did = (deed: Deed) => eventOf(deed, (clock += 1000));
const answered = (check: string, right: boolean, more: { sure?: number; review?: true } = {}) =>
  did({ kind: 'answered', check, given: '0', right, ...more });
const goOn = (...events: ReturnType<typeof did>[]) =>
  whereToGoOn(course, progressOf(course, events))?.slug;

describe('progress', () => {
  test('counts what was done, once each, and the last answer to a check', () => {
    const events = [
      did({ kind: 'read', lesson: 'one' }),
      did({ kind: 'read', lesson: 'one' }),
      did({ kind: 'tried', lesson: 'one', figure: 'one-figure' }),
      did({ kind: 'predicted', lesson: 'one', figure: 'one-figure', question: '', outcome: '' }),
      answered('one/a', true),
      answered('one/a', false),
      answered('one/b', true),
    ];
    const [one, two] = progressOf(course, events);
    expect(one).toMatchObject({ read: true, tried: 1, predicted: 1, answered: 2, right: 1 });
    expect(two).toMatchObject({ read: false, tried: 0, predicted: 0, answered: 0, last: 0 });
  });

  test('passes over what the course does not have', () => {
    const events = [
      answered('one/gone', true),
      answered('gone/a', true),
      did({ kind: 'tried', lesson: 'one', figure: 'gone' }),
    ];
    expect(progressOf(course, events)[0]).toMatchObject({ answered: 0, tried: 0 });
  });
});

describe('going on', () => {
  test('nowhere for those who have not begun', () => expect(goOn()).toBeUndefined());

  test('in the lesson last worked in, as long as something is left there', () => {
    expect(goOn(did({ kind: 'read', lesson: 'three' }), did({ kind: 'read', lesson: 'two' }))).toBe(
      'two',
    );
  });

  test('in the next unfinished one after it, from the end to the beginning', () => {
    const finished = (slug: string) => [
      did({ kind: 'read', lesson: slug }),
      answered(`${slug}/a`, true),
      answered(`${slug}/b`, false),
    ];
    expect(goOn(...finished('two'))).toBe('three');
    expect(goOn(...finished('two'), ...finished('three'))).toBe('one');
    expect(goOn(...['one', 'two', 'three'].flatMap(finished))).toBeUndefined();
  });

  test('a review is not work in a lesson', () => {
    expect(
      goOn(did({ kind: 'read', lesson: 'one' }), answered('three/a', true, { review: true })),
    ).toBe('one');
  });
});

describe('the learner’s own judgement', () => {
  const events = [
    answered('one/a', false, { sure: 95 }),
    answered('one/a', true, { sure: 95 }),
    answered('one/b', true, { sure: 25 }),
    answered('two/a', true),
  ];

  test('is set beside how often it was right, least sure first', () => {
    expect(calibrationOf(events)).toEqual([
      { sure: 25, answers: 1, right: 1 },
      { sure: 95, answers: 2, right: 1 },
    ]);
  });

  test('accuracy counts the first answer to each check', () => {
    expect(firstTries(events)).toEqual({ answers: 3, right: 2 });
  });
});
