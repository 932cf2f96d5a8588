/**
 * SCORM 1.2.
 *
 * @see SCORM Run-Time Environment 1.2, 3.4 (the data model)
 */
import { countOf, interactionTypes, letters, seconds } from './notation.ts';
import type { Completion, Interaction, Launch, Reporter } from './reporter.ts';
import { ScormApi } from './scorm-api.ts';

/** Longest text that is not the state, in characters. */
const longestText = 255;

export class Scorm12 implements Reporter {
  readonly room = 4096;
  private readonly api: ScormApi;
  private interactions = 0;
  /** What an earlier visit reached stays reached. */
  private completed = false;
  private passed = false;

  constructor(
    api: object,
    private readonly now: () => number = Date.now,
    private readonly opened = now(),
  ) {
    this.api = new ScormApi(api, 'LMS');
  }

  async init(): Promise<Launch> {
    const { api } = this;
    api.act('Initialize');
    const mode = api.get('cmi.core.lesson_mode');
    const status = api.get('cmi.core.lesson_status');
    this.passed = status === 'passed';
    // Some systems write `failed` by themselves as soon as work is left with few points.
    this.completed = this.passed || status === 'completed';
    this.interactions = countOf(api.get('cmi.interactions._count'));
    const mastery = Number.parseFloat(api.get('cmi.student_data.mastery_score'));
    const normal = mode !== 'review' && mode !== 'browse';
    if (normal && !this.completed) api.set('cmi.core.lesson_status', 'incomplete');
    // Also after completion: who looks again finds the answers there.
    if (normal) api.set('cmi.core.exit', 'suspend');
    return {
      learner: api.get('cmi.core.student_id'),
      state: api.get('cmi.suspend_data'),
      mode: normal ? 'normal' : mode,
      mastery: mastery >= 0 && mastery <= 100 ? mastery / 100 : undefined,
      completed: this.completed,
    };
  }

  state(text: string): void {
    this.api.set('cmi.suspend_data', text);
  }

  score(share: number): void {
    this.api.offer('cmi.core.score.min', '0');
    this.api.offer('cmi.core.score.max', '100');
    this.api.set('cmi.core.score.raw', String(Math.round(share * 10_000) / 100));
  }

  complete({ done, passed }: Completion): void {
    // Never `failed`: some systems then take no further answer, and whoever had too few right may go on.
    this.completed ||= done && passed !== false;
    this.passed ||= this.completed && passed === true;
    // One word says both how far and how well.
    const status = this.passed ? 'passed' : this.completed ? 'completed' : 'incomplete';
    this.api.set('cmi.core.lesson_status', status);
  }

  interaction(answer: Interaction): void {
    const place = `cmi.interactions.${this.interactions}`;
    const written = (values: number[]) =>
      (answer.kind === 'numeric' ? String(values[0]) : letters(values).join(',')).slice(
        0,
        longestText,
      );
    const { check, kind, given, right, correct, at, latency } = answer;
    // A system may do without interactions: then the first of these is refused, and no more is tried.
    if (!this.api.offer(`${place}.id`, check.replace('/', '_').slice(0, longestText))) return;
    this.interactions++;
    this.api.offer(`${place}.type`, interactionTypes[kind]);
    this.api.offer(`${place}.time`, clock(at));
    this.api.offer(`${place}.correct_responses.0.pattern`, written(right));
    this.api.offer(`${place}.student_response`, written(given));
    this.api.offer(`${place}.result`, correct ? 'correct' : 'wrong');
    this.api.offer(`${place}.latency`, timespan(latency));
  }

  async flush(leaving?: 'leaving'): Promise<void> {
    // With every commit, since a browser that is killed says no goodbye.
    this.api.offer('cmi.core.session_time', timespan(this.now() - this.opened));
    try {
      this.api.act('Commit');
    } finally {
      if (leaving) this.api.act('Finish');
    }
  }
}

const two = (number: number) => String(number).padStart(2, '0');

/** CMITimespan, `HHHH:MM:SS.SS`. */
function timespan(milliseconds: number): string {
  const all = Math.min(seconds(milliseconds), 9999 * 3600);
  const whole = Math.floor(all);
  const hundredths = two(Math.round((all - whole) * 100));
  const hours = String(Math.floor(whole / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${hundredths}`;
}

/** CMITime, the time of day by the learner's clock: `HH:MM:SS`. */
function clock(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}
