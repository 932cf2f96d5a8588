/**
 * The page of a package: holds the session with the course system, shows the site's pages in a frame, keeps
 * their record and reports what it comes to. Where the course system fails, the work goes on and a line
 * says so. A call of a SCORM system that never returns stops every page of its window; nothing here can
 * help that.
 */
import * as v from 'valibot';
import { shellFrame } from '../learning/in-shell.ts';
import { emptyRecord, type LearningEvent } from '../learning/record.ts';
import { openBridge } from './bridge.ts';
import { localReporter } from './local.ts';
import { outcomeOf } from './outcome.ts';
import { planSchema, type ShellPlan } from './plan.ts';
import { ReportFailed, type Interaction, type Launch, type Reporter } from './reporter.ts';
import { Refused, ShellRecord } from './shell-record.ts';
import { readState } from './suspended-state.ts';
import { Unsent, type Again } from './unsent.ts';

/** The lines of the page, by what they say. */
type Line =
  | 'opening'
  | 'absent'
  | 'failed'
  | 'waiting'
  | 'unkept'
  | 'damaged'
  | 'review'
  | 'browse'
  | 'kept'
  | 'broken';

/** A course system that has not opened by then, in milliseconds, is taken for one that does not. */
const longestOpening = 20_000;
/** So many milliseconds may what is under way take to arrive before a learner goes back to the course. */
const longestGoodbye = 3000;
/**
 * Milliseconds until what was done is reported. The course system may stop the window for as long as it
 * takes, so that the page hears first that it is kept; and who writes a note is stopped in a pause, not at
 * every letter.
 */
const afterAnswer = 50;
const afterLetter = 1000;

/** @param reporterFor the course system's adapter; undefined outside a course system */
export async function startShell(
  reporterFor: (standard: ShellPlan['standard']) => Reporter | undefined,
): Promise<void> {
  const plan = readPlan();
  if (!plan) return say('broken');
  say('opening');
  const found = reporterFor(plan.standard);
  if (!found) say('absent');
  const { reporter, launch } = await open(found);
  say('opening', false);
  new Shell(plan, reporter, launch).show();
}

function readPlan(): ShellPlan | undefined {
  try {
    return v.parse(planSchema, JSON.parse(document.getElementById('plan')!.textContent));
  } catch {
    return undefined;
  }
}

/** Opens the session; a course system that fails at it is left alone from then on. */
async function open(found: Reporter | undefined) {
  const local = localReporter();
  const inTime = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new ReportFailed('init', 'no answer')), longestOpening);
  });
  // It may be waited for in vain, long after the session has opened.
  inTime.catch(() => undefined);
  try {
    const launch = await Promise.race([found?.init() ?? local.init(), inTime]);
    return { reporter: found, launch };
  } catch (error) {
    sayFailed(error, { once: true });
    return { reporter: undefined, launch: await local.init() };
  }
}

class Shell {
  private readonly record: ShellRecord;
  private readonly frame = document.createElement('iframe');
  private readonly opened = Date.now();
  private latest = this.opened;
  private left = false;
  private readonly unsent: Unsent;
  /** Events that no report has told yet. */
  private untold: LearningEvent[] = [];
  /** Runs from a change until its report. */
  private timer: ReturnType<typeof setTimeout> | undefined;
  private confirm = () => {};
  /** What an earlier visit could not send. */
  private readonly again: Again | undefined;

  constructor(
    private readonly plan: ShellPlan,
    /** Undefined where there is nobody to report to. */
    private readonly reporter: Reporter | undefined,
    private readonly launch: Launch,
  ) {
    this.unsent = new Unsent(storage(), location.pathname, launch.learner);
    this.again = reporter && !this.looking ? this.unsent.open(launch.state) : undefined;
    const suspended = readState(this.again?.follows ? this.again.state : launch.state, plan);
    if (!suspended) say('damaged');
    const room = (reporter ?? localReporter()).room;
    this.record = new ShellRecord(
      suspended ?? { record: emptyRecord, aside: {} },
      plan,
      room,
      (added) => this.take(added),
    );
    if (launch.mode !== 'normal') say(launch.mode);
  }

  show(): void {
    const { frame, plan } = this;
    const page = new URL(plan.page, location.href);
    openBridge(frame, page.origin, this.record);
    frame.name = shellFrame + location.origin;
    frame.title = document.title;
    frame.allow = 'fullscreen; clipboard-write';
    frame.src = page.href;
    document.querySelector('main')!.append(frame);

    const home = document.querySelector<HTMLButtonElement>('[data-act=home]')!;
    home.addEventListener('click', () => (frame.src = page.href));
    home.hidden = false;
    document.querySelector('[data-act=again]')!.addEventListener('click', () => void this.report());
    this.offerWayBack();
    this.sendAgain();
    document.addEventListener('visibilitychange', () => {
      // A page out of sight may be ended without another word.
      if (document.visibilityState === 'hidden' && this.timer) void this.report();
    });
    addEventListener('pagehide', () => void this.leave());
    // What comes out of the browser's memory has closed its session.
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  }

  private sendAgain(): void {
    const { again, record, plan } = this;
    if (!again) return;
    if (again.follows) return this.take(again.events);
    // The learner went on elsewhere meanwhile: what waited here joins what came of that.
    const documents = readState(again.state, plan)?.record.documents ?? [];
    try {
      record.addToRecord({ events: again.events, documents }, undefined);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  private offerWayBack(): void {
    const { reporter } = this;
    const back = reporter?.back;
    const button = document.querySelector<HTMLButtonElement>('[data-act=back]')!;
    if (!back) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      // Unlike a page that is closed, this one can wait, so that the goodbye comes last.
      const late = new Promise((resolve) => setTimeout(resolve, longestGoodbye));
      await Promise.race([this.report(), late]);
      await this.leave();
      location.assign(back);
    });
  }

  private get looking(): boolean {
    return this.launch.mode !== 'normal';
  }

  /** Takes note of what is new: the browser keeps it at once, the course system hears of it soon. */
  private take(added: LearningEvent[]): void {
    if (!this.reporter || this.looking || this.left) return;
    this.confirm = this.unsent.keep(added, this.record.text);
    this.untold.push(...added);
    clearTimeout(this.timer);
    const rest = this.untold.length > 0 ? afterAnswer : afterLetter;
    this.timer = setTimeout(() => void this.report(), rest);
  }

  /** Tells the course system what is new and what it comes to. */
  private async report(): Promise<void> {
    const { reporter, confirm } = this;
    if (!reporter || this.looking || this.left) return;
    if (await this.attempt([...this.told(reporter), () => reporter.flush()])) confirm();
  }

  /** The steps by which a course system is told. */
  private told(reporter: Reporter): (() => unknown)[] {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { record, plan } = this;
    const { share, done } = outcomeOf(plan, record.record);
    const mastery = this.launch.mastery ?? plan.passMark;
    const enough = mastery === undefined || share === undefined ? undefined : share >= mastery;
    // Too little is a verdict only once everything has been tried.
    const passed = enough === false && !done ? undefined : enough;
    return [
      ...this.interactionsOf(this.untold.splice(0)).map((one) => () => reporter.interaction(one)),
      () => share !== undefined && reporter.score(share),
      () => reporter.complete({ done, passed }),
      () => reporter.state(record.text),
    ];
  }

  /** Takes every step, whatever became of the one before, says how it went, and returns whether well. */
  private async attempt(steps: (() => unknown)[]): Promise<boolean> {
    let failure: unknown;
    // All are begun before any is waited for: a page that is left has only this moment.
    const begun = steps.map((step) => {
      try {
        return step();
      } catch (error) {
        failure ??= error;
        return undefined;
      }
    });
    for (const answer of begun) {
      try {
        await answer;
      } catch (error) {
        failure ??= error;
      }
    }
    if (failure !== undefined) sayFailed(failure, { kept: this.unsent.holds });
    else sayKept();
    return failure === undefined;
  }

  private interactionsOf(added: LearningEvent[]): Interaction[] {
    const checks = new Map(this.plan.checks.map((check) => [check.id, check]));
    return added.flatMap((event) => {
      const check = event.kind === 'answered' ? checks.get(event.check) : undefined;
      if (!check || event.kind !== 'answered') return [];
      const given = event.given.split(' ').map(Number).filter(Number.isFinite);
      const { id, right: correct, at } = event;
      const latency = Math.max(0, at - this.latest);
      this.latest = at;
      return [{ ...check, id, check: event.check, given, correct, at, latency }];
    });
  }

  /** Closes the session, once, with what was still to be told. */
  private async leave(): Promise<void> {
    const { reporter, confirm, timer } = this;
    if (!reporter || this.left) return;
    this.left = true;
    const told = timer ? this.told(reporter) : [];
    const well = await this.attempt([...told, () => reporter.flush('leaving')]);
    if (timer && well) confirm();
  }
}

/** Shows a line of the page, or hides it. */
function say(line: Line, shown = true): void {
  const element = document.querySelector<HTMLElement>(`[data-line=${line}]`)!;
  element.hidden = !shown;
}

/** The browser's storage for this page's host; undefined where it is blocked, as in some frames. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function sayKept(): void {
  for (const line of ['failed', 'waiting', 'unkept'] as const) say(line, false);
  say('kept');
}

/**
 * @param once without an offer to try again, where nobody is left to try with
 * @param kept whether the browser keeps what was to be reported
 */
function sayFailed(error: unknown, { once = false, kept = false }): void {
  const element = document.querySelector<HTMLElement>('[data-line=failed]')!;
  const text = element.querySelector('span')!;
  const call = error instanceof Error ? error.message : String(error);
  text.textContent = text.dataset['text']!.replace('{call}', () => call.slice(0, 160));
  element.querySelector('button')!.hidden = once;
  say('kept', false);
  say('failed');
  say('waiting', kept);
  say('unkept', !kept);
}
