import type { Question } from '../../learning/question-export.ts';
import type { ReceiptCourseLesson } from '../../learning/receipt.ts';

/** A lesson as the page of progress shows it. */
export interface ShownLesson extends ReceiptCourseLesson {
  number: number;
  level: string;
  address: string;
}

/** A follow-up question with its place on the page of questions. */
export interface ShownQuestion extends Question {
  address: string;
}
