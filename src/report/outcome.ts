/** What a learner's record comes to in an assignment. */
import { isDone, noteOf } from '../learning/question-note.ts';
import { progressOf, isFinished } from '../learning/progress.ts';
import { standing, type LearnerRecord } from '../learning/record.ts';
import type { ShellPlan } from './plan.ts';

export interface Outcome {
  /** Share of the checks whose last answer was right, from 0 to 1; undefined where no check is asked. */
  share: number | undefined;
  /** Whether each lesson was read to its end, each check answered and each question marked as answered. */
  done: boolean;
}

/** How the assignment stands by the record. */
export function outcomeOf(plan: ShellPlan, record: LearnerRecord): Outcome {
  const events = standing(record.events);
  const last = new Map(
    events.flatMap((event) =>
      event.kind === 'answered' ? [[event.check, event.right] as const] : [],
    ),
  );
  const ids = plan.checks.map(({ id }) => id);
  const course = plan.lessons.map((slug) => ({
    slug,
    title: slug,
    figures: [],
    checks: ids.filter((id) => id.startsWith(`${slug}/`)),
  }));
  const progress = progressOf(course, events);
  const lessonsDone = course.every((lesson, index) => isFinished(progress[index]!, lesson));
  return {
    share: ids.length > 0 ? ids.filter((id) => last.get(id)).length / ids.length : undefined,
    done:
      lessonsDone &&
      ids.every((id) => last.has(id)) &&
      plan.questions.every((id) => isDone(noteOf(record, id))),
  };
}
