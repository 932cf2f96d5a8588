import { check as checkSchema } from '../../src/schemas/check.ts';
import { filesBelow, lessonName, readEntries } from '../../src/lib/read-course.ts';
import type { PlannedCheck, ShellPlan } from '../../src/report/plan.ts';

/** Every check of the course; the right numbers of numeric ones stand elsewhere and do not matter here. */
const checks = filesBelow('content', 'checks/en', '.yaml').flatMap((path) =>
  [...readEntries('content', path, checkSchema)].map(([id, check]): PlannedCheck => ({
    id: `${lessonName(path).slug}/${id}`,
    kind: check.kind,
    stem: check.stem,
    right: 'options' in check ? [0] : 'items' in check ? [...check.items.keys()] : [12.5],
    tolerance: 1,
  })),
);

/** The whole course as an assignment. */
export const wholeCourse: ShellPlan = {
  standard: 'scorm12',
  page: 'site/assignment/index.html#assignment?end',
  lessons: [...new Set(checks.map(({ id }) => id.split('/')[0]!))],
  checks,
  questions: [],
};
