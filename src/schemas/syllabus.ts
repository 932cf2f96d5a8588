import { z } from 'astro/zod';

/** One stretch of a session. */
const part = z.strictObject({
  minutes: z.int().min(2).max(60),
  /** What teacher and learners do. Plain text. */
  do: z.string().min(15),
  /** Slug of a lesson that learners read in this stretch, its figure included. */
  lesson: z.string().optional(),
});

/** One meeting of the class, with what learners read before it. */
const session = z.strictObject({
  /** What it is about: "Weighing the worry". */
  title: z.string().min(5),
  /** Minutes of class time; those of the parts add up to them. */
  minutes: z.int().min(30).max(180),
  /** Slugs of the lessons that learners read before the session, in the order of reading. */
  home: z.array(z.string()).default([]),
  parts: z.array(part).min(2),
  /** What learners hand in after it. Plain text. */
  handIn: z.string().min(10).optional(),
});

/** A plan for some class time, to be taken over and changed. One file a plan in `content/syllabus/en/`. */
export const syllabus = z.strictObject({
  title: z.string().min(5),
  /** Its place on the page, from 1. */
  order: z.int().min(1),
  /** For whom, and what comes of it. Plain text, one or two sentences. */
  lead: z.string().min(40),
  /** Most minutes of reading before any one session, by the lessons' own minutes. */
  homeAtMost: z.int().min(0),
  sessions: z.array(session).min(1),
  /** How it may be assessed. Plain text. */
  assessment: z.string().min(40),
  /** What to change for other classes. Plain text. */
  vary: z.array(z.string().min(20)).min(1),
});

export type Syllabus = z.infer<typeof syllabus>;
export type SyllabusSession = Syllabus['sessions'][number];
