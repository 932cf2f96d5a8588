/**
 * Where a shell reports a learner's work to. The shell knows this interface alone; each adapter speaks one
 * standard. What an adapter is told takes effect at the next `flush`, at the latest.
 */

/** What a course system says when the work is opened. */
export interface Launch {
  /** Who learns, in the system's own words and for one enrolment; empty where it does not say. */
  learner: string;
  /** The state that was handed over last, as it came back; empty where there is none. */
  state: string;
  /** `normal`, or open for looking only: then nothing is reported. */
  mode: 'normal' | 'review' | 'browse';
  /** Least share of right answers that passes, from 0 to 1; undefined where the system names none. */
  mastery: number | undefined;
  /** Whether the system has the work down as complete from an earlier visit. */
  completed: boolean;
}

/** An answer to a check, with what an instructor needs to see in it. */
export interface Interaction {
  /** Of the event; the same however often the answer is reported. */
  id: string;
  /** `<lesson>/<check>`. */
  check: string;
  kind: 'single' | 'multiple' | 'order' | 'numeric';
  stem: string;
  /** Numbers of the chosen answers, or of the things in the order given, from 0; one number for `numeric`. */
  given: number[];
  /** What would be right, in the same form. */
  right: number[];
  /** Of a numeric check: how far off still counts. */
  tolerance: number;
  correct: boolean;
  /** When it was answered, in milliseconds since 1970. */
  at: number;
  /** Milliseconds since the answer before, or since the shell was opened. */
  latency: number;
}

/** How the work as a whole stands. */
export interface Completion {
  /** Whether every part of the assignment is done. */
  done: boolean;
  /** Undefined as long as nothing can be said, and where the system names no mark to pass. */
  passed: boolean | undefined;
}

export interface Reporter {
  /** Most characters of state that the system keeps. */
  readonly room: number;
  /** Opens the session; once. @throws {ReportFailed} */
  init(): Promise<Launch>;
  /** Keeps the state for the next visit. @throws {ReportFailed} */
  state(text: string): void;
  /** Reports the score, from 0 to 1. @throws {ReportFailed} */
  score(share: number): void;
  /** Reports how the work stands. @throws {ReportFailed} */
  complete(completion: Completion): void;
  /** Reports an answer. @throws {ReportFailed} */
  interaction(answer: Interaction): void;
  /**
   * Makes the system keep what it was told. `leaving` closes the session; nothing is reported after it. An
   * adapter that can has done all of it by the time the call returns, since a page that is left waits for
   * nothing.
   *
   * @throws {ReportFailed}
   */
  flush(leaving?: 'leaving'): Promise<void>;
  /** Where a learner goes on leaving, for a system that says so. */
  readonly back?: string | undefined;
}

/** A course system that did not do what it was asked to. */
export class ReportFailed extends Error {
  /** @param call what was asked of it. @param answer what came back, such as an error's number */
  constructor(
    readonly call: string,
    readonly answer: string,
  ) {
    super(`${call}: ${answer}`);
  }
}
