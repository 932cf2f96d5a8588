import { expect, it } from 'vitest';
import { filesBelow, readEntry } from '../../src/lib/read-course.ts';
import {
  learningSystem,
  teachFormats,
  type LearningSystem,
} from '../../src/schemas/learning-system.ts';

const systems = filesBelow('content', 'lms', '.yaml').map((path) =>
  readEntry('content', path, learningSystem),
);
const moodle = systems.find(({ name }) => name === 'Moodle')!;
const faultsOf = (system: LearningSystem) =>
  learningSystem.safeParse(system).error?.issues.map(({ message }) => message) ?? [];

it('five systems are described, each at a place of its own', () => {
  expect(systems.map(({ order }) => order).sort()).toEqual([1, 2, 3, 4, 5]);
});

it('a format of which nothing is said is a fault', () => {
  const [first, ...ways] = moodle.ways;
  expect(faultsOf({ ...moodle, ways })).toEqual([
    `say of ${first!.format} how it goes in (ways) or why it does not (not)`,
  ]);
});

it('a format that goes in and does not is a fault', () => {
  const { format } = moodle.ways[0]!;
  const not = [...moodle.not, { format, why: 'It does not go in at all.' }];
  expect(faultsOf({ ...moodle, not })).toEqual([`${format} is there 2 times`]);
});

it('a step that names a button has it between two asterisks', () => {
  for (const { name, ways } of systems) {
    for (const step of ways.flatMap(({ steps }) => steps)) {
      expect(step.split('*').length % 2, `${name}: ${step}`).toBe(1);
    }
  }
});

it('each format goes into one system at least, but for cmi5', () => {
  const described = new Set(systems.flatMap(({ ways }) => ways.map(({ format }) => format)));
  // No system among the five plays cmi5.
  expect([...teachFormats].filter((format) => !described.has(format))).toEqual(['cmi5']);
});
