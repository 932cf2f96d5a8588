/**
 * The course in plain text, as the builder, the exporters and the receipts reader need it. The site
 * writes it to `/teach/course.json`; nothing in it is markup.
 */
import type { Level } from '../schemas/lesson.ts';
import type { BankWords } from '../schemas/ui/banks.ts';

/** A quick check in plain text. */
export interface BankQuestion {
  /** `<lesson>/<check>`. */
  id: string;
  kind: 'single' | 'multiple' | 'order' | 'numeric';
  stem: string;
  /** Answers of a single or multiple check, as its author ordered them: an answer `2` is the third. */
  options: { text: string; correct: boolean; feedback: string }[];
  /** Things of an order check, in the right order. */
  order: { text: string; feedback: string }[];
  /** Of a numeric check alone. */
  numeric?: BankNumber;
  /** What of the lesson it tests, in a few words. */
  objective: string;
  /** Which objective of the lesson that is, from 1; absent where none fits. */
  goal?: number;
  /** What it asks of the learner, as Bloom's revised taxonomy names it. */
  bloom: string;
  /** Where its published figures come from, each once: "Greenblatt et al. 2024, Table 1". */
  sources: string[];
}

/** What a numeric check counts as right, and what it says. */
export interface BankNumber {
  answer: number;
  /** How far off still counts as right, in the unit of the answer. */
  tolerance: number;
  /** As printed behind the number: `%`, `points`, or empty. */
  unit: string;
  /** The right number as the site prints it, with its unit. */
  printed: string;
  /** Whether a model of the site computes it, so that nobody measured it. */
  computed: boolean;
  feedback: { low: string; high: string; right: string };
}

/** A figure of a lesson, by the name of its folder and as its heading calls it. */
interface CourseFigure {
  name: string;
  title: string;
}

/** A lesson as a teacher chooses it. */
export interface CourseLesson {
  slug: string;
  /** Its place in the course, from 1. */
  number: number;
  level: Level;
  title: string;
  /** The question that the lesson answers. */
  question: string;
  /** One sentence: what the reader can explain afterwards. */
  summary: string;
  /** Minutes that a newcomer needs. */
  minutes: number;
  /** Minutes in class by the teacher notes, discussion included; absent without notes. */
  classMinutes?: number;
  objectives: { text: string; bloom: string }[];
  figures: CourseFigure[];
  /** In the order of the page. */
  checks: BankQuestion[];
  /** Ids of the follow-up questions that it opens. */
  followUps: string[];
  /** Discussion prompts of its teacher notes. */
  discussion: string[];
}

/** A follow-up question as a teacher sets it. */
interface CourseQuestion {
  id: string;
  /** Title of its theme. */
  theme: string;
  question: string;
}

/** The whole course. */
export interface Course {
  /** Name of the site. */
  name: string;
  /** Version of the site; it goes into the names of question banks. */
  version: string;
  /** `en`. */
  language: string;
  /** The levels in order, with their printed names. */
  levels: { level: Level; name: string }[];
  lessons: CourseLesson[];
  followUps: CourseQuestion[];
  /** Words of the files that a teacher makes of it, and what each format keeps and loses. */
  words: BankWords;
}

/** Checks by their ids, in the order asked for; ids that the course does not have are left out. */
export function questionsOf(course: Course, ids: string[]): BankQuestion[] {
  const all = new Map(
    course.lessons.flatMap(({ checks }) => checks.map((check) => [check.id, check] as const)),
  );
  return ids.flatMap((id) => all.get(id) ?? []);
}
