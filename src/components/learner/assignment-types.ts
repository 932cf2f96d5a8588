import type { ShownLesson } from './progress-types.ts';

/** A lesson as the page of an assignment knows it. */
export interface AssignedLesson extends ShownLesson {
  /** Slugs that it had before. */
  formerly: string[];
}
