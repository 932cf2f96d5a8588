import type { Course } from './content-integrity.ts';
import { inlineFaults } from './body-faults.ts';
import { parseInline } from './inline.ts';
import { measureStages, type Measure } from '../schemas/measure.ts';

/** The texts of a measure that may hold tokens, in the order shown. */
const measureTexts = ({ why, steps, misses }: Measure): string[] => [why, ...steps, misses];

/**
 * Faults of the measures: a figure or a lesson that is not there, a token that cannot be read, a figure
 * that is printed and not listed, a stage without a measure.
 */
export function measureFaults(
  measures: ReadonlyMap<string, Measure>,
  course: Course,
  lessons: ReadonlySet<string>,
): string[] {
  const all = [...measures];
  return [
    ...measureStages
      .filter((stage) => !all.some(([, measure]) => measure.stage === stage))
      .map((stage) => `Measures: the stage “${stage}” has none.`),
    ...all.flatMap(([id, measure]) =>
      ownFaults(measure, course, lessons).map((fault) => `Measures, ${id}: ${fault}`),
    ),
  ];
}

function ownFaults(measure: Measure, course: Course, lessons: ReadonlySet<string>): string[] {
  const { title, owner, evidence, lesson } = measure;
  const texts = measureTexts(measure);
  const broken = [title, owner, ...texts].flatMap((text) => inlineFaults('tokens', text, course));
  if (broken.length > 0) return broken;
  const printed = texts
    .flatMap(parseInline)
    .flatMap((segment) => (segment.kind === 'evidence' ? [segment.id] : []));
  return [
    ...evidence
      .filter((id) => !course.evidence.has(id))
      .map((id) => `evidence: there is no published figure “${id}”.`),
    ...[...new Set(printed)]
      .filter((id) => !evidence.includes(id))
      .map((id) => `evidence: ${id} is printed and has to be listed.`),
    ...(lessons.has(lesson) ? [] : [`lesson: there is no lesson “${lesson}”.`]),
  ];
}
