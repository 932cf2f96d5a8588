import { describe, expect, test } from 'vitest';
import type { LearningEvent } from '../../src/learning/record.ts';
import {
  dayOf,
  dueToday,
  forecast,
  reviewedToday,
  scheduleOf,
} from '../../src/learning/schedule.ts';

const day = 86_400_000;
const noon = new Date(2026, 2, 2, 12).getTime();

let number = 0;
const answer = (check: string, at: number, right: boolean): LearningEvent => ({
  kind: 'answered',
  id: `${String(number++).padStart(9, '0')}-aaaaaaaaaa`,
  at,
  check,
  given: '0',
  right,
});

test('a check that is reviewed twice in a day is one check', () => {
  const review = (check: string, at: number) => ({ ...answer(check, at, true), review: true });
  const events = [
    ...[review('a/b', noon - day), review('a/b', noon), review('a/b', noon + 5000)],
    ...[review('a/c', noon), answer('a/d', noon, true)],
  ] as LearningEvent[];
  expect(reviewedToday(events, noon)).toBe(2);
});

describe('the schedule', () => {
  test('asks a wrong answer again on the next day, and a right one later each time', () => {
    const wrong = scheduleOf([answer('a/b', noon, false)], noon);
    expect(wrong).toMatchObject([{ check: 'a/b', interval: 1, answers: 1, lastRight: false }]);
    expect(dayOf(wrong[0]!.due) - dayOf(noon)).toBe(1);

    let answers: LearningEvent[] = [];
    const intervals: number[] = [];
    let at = noon;
    for (let round = 0; round < 5; round++) {
      answers = [...answers, answer('a/b', at, true)];
      const [card] = scheduleOf(answers, at);
      intervals.push(card!.interval);
      at = card!.due;
    }
    expect(intervals).toEqual([...intervals].sort((a, b) => a - b));
    expect(new Set(intervals).size).toBe(5);
  });

  test('does not count a second try on the same day, unless it is wrong', () => {
    const once = scheduleOf([answer('a/b', noon, false)], noon);
    const again = scheduleOf([answer('a/b', noon, false), answer('a/b', noon + 5000, true)], noon);
    expect(again[0]!.due).toBe(once[0]!.due);
    const slipped = [answer('a/b', noon, true), answer('a/b', noon + 5000, false)];
    expect(scheduleOf(slipped, noon + 5000)[0]!.interval).toBe(1);
  });

  test.each([
    ['ten years ahead and back', [10 * 365 * day, 0]],
    ['ten years back and ahead', [-10 * 365 * day, 0]],
    ['to 1970', [-noon, 0]],
  ])('survives a clock that jumps %s', (_, jumps) => {
    const answers = jumps.map((jump, index) => answer(`a/b${index}`, noon + jump, true));
    const schedule = scheduleOf(answers, noon);
    expect(schedule).toHaveLength(2);
    for (const { due, interval } of schedule) {
      expect(interval).toBeGreaterThanOrEqual(1);
      expect(due).toBeLessThan(noon + 365 * day);
    }
    expect(forecast(schedule, noon, 14).every((count) => count >= 0)).toBe(true);
  });

  test('takes 10,000 answers in its stride', () => {
    const answers = Array.from({ length: 10_000 }, (_, index) =>
      answer(`a/b${index % 60}`, noon + index * 3_600_000, index % 3 > 0),
    );
    expect(scheduleOf(answers, noon + 10_000 * 3_600_000)).toHaveLength(60);
  });
});

describe('today', () => {
  const schedule = scheduleOf(
    [
      answer('a/late', noon - 9 * day, false),
      answer('a/now', noon - day, false),
      answer('a/then', noon, true),
    ],
    noon,
  );

  test('the longest overdue comes first, and a limit holds', () => {
    expect(dueToday(schedule, noon, 20).map(({ check }) => check)).toEqual(['a/late', 'a/now']);
    expect(dueToday(schedule, noon, 1).map(({ check }) => check)).toEqual(['a/late']);
    expect(dueToday(schedule, noon, 0)).toEqual([]);
  });

  test('the forecast counts what is overdue today and the rest on its day', () => {
    const counts = forecast(schedule, noon, 30);
    expect(counts[0]).toBe(2);
    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
  });

  test('a day is a day on the calendar, also where clocks change', () => {
    const before = new Date(2026, 2, 28, 23, 30).getTime();
    const after = new Date(2026, 2, 29, 23, 30).getTime();
    expect(dayOf(after) - dayOf(before)).toBe(1);
    expect(dayOf(new Date(2028, 2, 1).getTime()) - dayOf(new Date(2028, 1, 28).getTime())).toBe(2);
  });
});
