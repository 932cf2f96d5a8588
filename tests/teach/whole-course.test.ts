import { beforeAll, describe, expect, test, vi } from 'vitest';
import { realCourse } from '../support/bank.ts';
import { questionsOf, type BankQuestion, type Course } from '../../src/teach/course.ts';

vi.mock('astro:content', () => import('../support/astro-content.ts'));

let course: Course;
let checks: Map<string, BankQuestion>;
beforeAll(async () => {
  course = await realCourse();
  checks = new Map(course.lessons.flatMap((lesson) => lesson.checks.map((one) => [one.id, one])));
});

describe('the course in plain text', () => {
  test('has every lesson, check and follow-up question', () => {
    expect(course.lessons.map(({ number }) => number)).toEqual(
      Array.from({ length: 18 }, (_, index) => index + 1),
    );
    expect(course.lessons.flatMap((lesson) => lesson.checks)).toHaveLength(checks.size);
    expect(checks.size).toBeGreaterThan(70);
    expect(course.followUps.length).toBeGreaterThan(10);
    for (const {
      slug,
      followUps,
      objectives,
      figures,
      discussion,
      classMinutes,
    } of course.lessons) {
      expect(objectives.length, slug).toBeGreaterThan(1);
      expect(figures.length, slug).toBeGreaterThan(0);
      expect(discussion.length, slug).toBeGreaterThan(1);
      expect(classMinutes, slug).toBeGreaterThan(10);
      for (const id of followUps) expect(course.followUps.map((one) => one.id)).toContain(id);
    }
  });

  test('holds no token, no markup and no hole', () => {
    const { words, ...read } = course;
    expect(words.formats.gift.loses.length).toBeGreaterThan(0);
    const texts: string[] = [];
    JSON.stringify(read, (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => /[{}<>\u00ad\n]|undefined|\*\w/.test(text))).toEqual([]);
  });

  test('prints published figures as the site does, and names where they stand', () => {
    const check = checks.get('two-faces/refused-in-training')!;
    expect(check.numeric).toMatchObject({ answer: 85.8, tolerance: 2, computed: false });
    expect(check.numeric!.printed).toBe('85.8\u00a0%');
    expect(check.numeric!.feedback.low).toContain('it answered 14 of 100 requests');
    expect(check.sources[0]).toBe('Greenblatt et al. 2024, Table 2');
    expect(checks.get('does-it-know/rare-tests')!.numeric!.computed).toBe(true);
  });

  test('keeps checks in the order of the page', () => {
    const [last] = course.lessons.filter(({ slug }) => slug === 'catching-a-faker');
    expect(last!.checks.map(({ id }) => id.split('/')[1])).toEqual([
      'before-the-first-prompt',
      'shrunken-gap',
      'clean-result',
      'stopping-early',
    ]);
  });

  test('gives checks by id, and leaves out what it does not have', () => {
    const [first, second] = [...checks.keys()];
    expect(questionsOf(course, [second!, 'no/such', first!]).map(({ id }) => id)).toEqual([
      second,
      first,
    ]);
  });
});
