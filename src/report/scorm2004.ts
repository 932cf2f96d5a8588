/**
 * SCORM 2004, 3rd edition.
 *
 * @see SCORM 2004 3rd Edition Run-Time Environment 1.0, chapter 4
 */
import { countOf, interactionTypes, isoSpan, written } from './notation.ts';
import type { Completion, Interaction, Launch, Reporter } from './reporter.ts';
import { ScormApi } from './scorm-api.ts';

/** Longest description that every system keeps, in characters. */
const longestDescription = 250;

export class Scorm2004 implements Reporter {
  readonly room = 64_000;
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
    this.api = new ScormApi(api, '');
  }

  async init(): Promise<Launch> {
    const { api } = this;
    api.act('Initialize');
    const mode = api.get('cmi.mode');
    const normal = mode !== 'review' && mode !== 'browse';
    this.completed = api.get('cmi.completion_status') === 'completed';
    this.passed = api.get('cmi.success_status') === 'passed';
    this.interactions = countOf(api.get('cmi.interactions._count'));
    const mastery = Number.parseFloat(api.get('cmi.scaled_passing_score'));
    if (normal && !this.completed) api.set('cmi.completion_status', 'incomplete');
    // Also after completion: who looks again finds the answers there.
    if (normal) api.set('cmi.exit', 'suspend');
    return {
      learner: api.get('cmi.learner_id'),
      state: api.get('cmi.suspend_data'),
      mode: normal ? 'normal' : mode,
      mastery: mastery >= -1 && mastery <= 1 ? mastery : undefined,
      completed: this.completed,
    };
  }

  state(text: string): void {
    this.api.set('cmi.suspend_data', text);
  }

  score(share: number): void {
    const hundredths = Math.round(share * 10_000) / 100;
    this.api.set('cmi.score.scaled', String(+(hundredths / 100).toFixed(4)));
    this.api.set('cmi.score.min', '0');
    this.api.set('cmi.score.max', '100');
    this.api.set('cmi.score.raw', String(hundredths));
  }

  complete({ done, passed }: Completion): void {
    // Some systems take no further answer once it is completed, and whoever had too few right may go on.
    this.completed ||= done && passed !== false;
    this.api.set('cmi.completion_status', this.completed ? 'completed' : 'incomplete');
    if (passed === undefined || this.passed) return;
    this.passed = passed;
    this.api.set('cmi.success_status', passed ? 'passed' : 'failed');
  }

  interaction(answer: Interaction): void {
    const place = `cmi.interactions.${this.interactions}`;
    const { check, kind, stem, given, right, correct, at, latency } = answer;
    const id = `urn:unwatched:${check.replace('/', ':')}`;
    // A system that has no room for more refuses the first of these, and no more is tried.
    if (!this.api.offer(`${place}.id`, id)) return;
    this.interactions++;
    this.api.offer(`${place}.type`, interactionTypes[kind]);
    // Several systems read a zone behind decimals only.
    this.api.offer(`${place}.timestamp`, `${new Date(at).toISOString().slice(0, 22)}Z`);
    this.api.offer(`${place}.correct_responses.0.pattern`, written(answer, right, 'pattern'));
    this.api.offer(`${place}.learner_response`, written(answer, given));
    this.api.offer(`${place}.result`, correct ? 'correct' : 'incorrect');
    this.api.offer(`${place}.latency`, isoSpan(latency));
    this.api.offer(`${place}.description`, stem.slice(0, longestDescription));
  }

  async flush(leaving?: 'leaving'): Promise<void> {
    // With every commit, since a browser that is killed says no goodbye.
    this.api.offer('cmi.session_time', isoSpan(this.now() - this.opened));
    try {
      this.api.act('Commit');
    } finally {
      if (leaving) this.api.act('Terminate');
    }
  }
}
