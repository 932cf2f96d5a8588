/**
 * cmi5, by hand: a dozen requests to the learning record store that the course system names. The packaged
 * client would bring a second way of making requests, and the last ones must go out while the page closes.
 *
 * @see https://github.com/AICC/CMI-5_Spec_Current/blob/quartz/cmi5_spec.md
 */
import * as v from 'valibot';
import { fnv1a64 } from '../learning/fingerprint.ts';
import { readPlainJson } from '../learning/json-shape.ts';
import { interactionTypes, isoSpan, written } from './notation.ts';
import {
  ReportFailed,
  type Completion,
  type Interaction,
  type Launch,
  type Reporter,
} from './reporter.ts';

/** What the course system puts into the address of the page. */
interface Address {
  endpoint: string;
  fetch: string;
  actor: Record<string, unknown>;
  registration: string;
  activityId: string;
}

const launchData = v.looseObject({
  contextTemplate: v.optional(v.record(v.string(), v.unknown()), {}),
  launchMode: v.optional(v.picklist(['Normal', 'Browse', 'Review']), 'Normal'),
  masteryScore: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  returnURL: v.optional(v.string()),
});
type LaunchData = v.InferOutput<typeof launchData>;

const stored = v.object({ state: v.string(), completed: v.boolean(), passed: v.boolean() });

/** A record store that has not answered by then, in milliseconds, is taken for one that does not. */
const longestWait = 10_000;

/** Longest launch address and longest answer of a record store that are read, in characters. */
const longestAddress = 8192;
const longestAnswer = 2 ** 20;

const verbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
};
type Verb = keyof typeof verbs;
const category = 'https://w3id.org/xapi/cmi5/context/categories';
const masteryExtension = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const recordState = 'unwatched-record';

/** The launch parameters in an address; undefined where it is no cmi5 launch. */
export function readAddress(search: string): Address | undefined {
  if (search.length > longestAddress) return undefined;
  const given = new URLSearchParams(search);
  const [endpoint, fetch, registration, activityId] = [
    'endpoint',
    'fetch',
    'registration',
    'activityId',
  ].map((name) => given.get(name) ?? '');
  const web = (address = '') => /^https?:\/\//.test(address) && URL.canParse(address);
  if (!web(endpoint) || !web(fetch) || !registration || !activityId) return undefined;
  const actor = parsed(given.get('actor') ?? '');
  if (typeof actor !== 'object' || actor === null) return undefined;
  return {
    endpoint: endpoint!.replace(/\/*$/, '/'),
    fetch: fetch!,
    actor: actor as Record<string, unknown>,
    registration,
    activityId,
  };
}

export class Cmi5 implements Reporter {
  readonly room = 64_000;
  back: string | undefined;
  private token = '';
  private launch: LaunchData = { contextTemplate: {}, launchMode: 'Normal' };
  private kept = { state: '', completed: false, passed: false };
  /** What the record store is known to have of it. */
  private confirmed = this.kept;
  private share: number | undefined;
  /** Statements that have not gone out yet. */
  private queue: object[] = [];
  /** Those that went out last and were not confirmed: they may be there already, all of them or some. */
  private underWay: object[] = [];
  private turn: Promise<void> = Promise.resolve();
  private failedBefore = false;

  constructor(
    private readonly address: Address,
    private readonly now: () => number = Date.now,
    private readonly opened = now(),
  ) {}

  async init(): Promise<Launch> {
    const { fetch: tokenAddress, actor, activityId, registration } = this.address;
    const given: unknown = parsed(await (await request(tokenAddress, { method: 'POST' })).text());
    const reading = v.safeParse(v.looseObject({ 'auth-token': v.string() }), given);
    if (!reading.success) throw new ReportFailed('fetch', 'no token');
    this.token = reading.output['auth-token'];
    const data = await this.document('activities/state', { stateId: 'LMS.LaunchData' });
    const launch = v.safeParse(launchData, parsed(data));
    if (!launch.success) throw new ReportFailed('LMS.LaunchData', 'not as the standard says');
    this.launch = launch.output;
    const back = launch.output.returnURL;
    this.back = back && /^https?:\/\//.test(back) ? back : undefined;
    // The standard asks for it; nothing here depends on what a learner prefers.
    await this.preferences(actor);
    const before = v.safeParse(
      stored,
      parsed(await this.document('activities/state', { stateId: recordState })),
    );
    if (before.success) this.kept = before.output;
    this.confirmed = this.kept;
    this.say('initialized', { defined: true, object: { id: activityId, objectType: 'Activity' } });
    await this.flush();
    const mode = { Normal: 'normal', Browse: 'browse', Review: 'review' } as const;
    return {
      learner: JSON.stringify([actor, registration, activityId]),
      state: this.kept.state,
      mode: mode[this.launch.launchMode],
      mastery: this.launch.masteryScore,
      completed: this.kept.completed,
    };
  }

  private async preferences(agent: Record<string, unknown>): Promise<void> {
    const query = { agent: JSON.stringify(agent), profileId: 'cmi5LearnerPreferences' };
    await this.ask(`agents/profile?${new URLSearchParams(query)}`, {}).catch(() => undefined);
  }

  state(text: string): void {
    this.kept = { ...this.kept, state: text };
  }

  score(share: number): void {
    this.share = share;
  }

  complete({ done, passed }: Completion): void {
    const duration = isoSpan(this.now() - this.opened);
    if (done && !this.kept.completed) {
      this.keepThat('completed');
      this.say('completed', {
        once: 'completed',
        defined: true,
        moveOn: true,
        result: { completion: true, duration },
      });
    }
    if (passed === undefined || this.share === undefined || this.kept.passed) return;
    if (!passed && this.failedBefore) return;
    if (passed) this.keepThat('passed');
    this.failedBefore = !passed;
    const score = { scaled: +this.share.toFixed(4) };
    this.say(passed ? 'passed' : 'failed', {
      ...(passed && { once: 'passed' }),
      defined: true,
      moveOn: true,
      result: { success: passed, score, duration },
      mastery: true,
    });
  }

  /** Each may be said once for a registration, however often the work is opened. */
  private keepThat(what: 'completed' | 'passed'): void {
    this.kept = { ...this.kept, [what]: true };
  }

  interaction(answer: Interaction): void {
    const { id, check, kind, stem, given, right, correct, at, latency } = answer;
    this.say('answered', {
      once: id,
      at,
      object: {
        objectType: 'Activity',
        id: `${this.address.activityId}/check/${check}`,
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          interactionType: interactionTypes[kind],
          description: { en: stem },
          correctResponsesPattern: [written(answer, right, 'pattern')],
        },
      },
      result: {
        response: written(answer, given),
        success: correct,
        duration: isoSpan(latency),
      },
    });
  }

  flush(leaving?: 'leaving'): Promise<void> {
    if (leaving) {
      const duration = isoSpan(this.now() - this.opened);
      this.say('terminated', { defined: true, result: { duration } });
      // Not in turn: a page that is left waits for nothing.
      return this.sendLast();
    }
    this.turn = this.turn
      .catch(() => undefined)
      .then(() => this.sendStatements())
      // It says what has been said, so that it comes after that.
      .then(() => this.sendState(false));
    return this.turn;
  }

  private async sendStatements(): Promise<void> {
    for (;;) {
      // What failed goes again by itself: all that came with it would be refused where it did arrive.
      if (this.underWay.length === 0) this.underWay = this.queue.splice(0);
      if (this.underWay.length === 0) return;
      await this.post(this.underWay, false);
      this.underWay = [];
    }
  }

  /**
   * Sends all that waits in requests that outlive the page. What is under way does not, so that it goes once
   * more, each alone, since nobody is left to divide what is refused together.
   */
  private async sendLast(): Promise<void> {
    const batches = [...this.underWay.map((statement) => [statement]), this.queue.splice(0)];
    const sent = batches.map((batch) => this.post(batch, true));
    await Promise.all([...sent, this.sendState(true)]);
  }

  private async post(statements: object[], keepalive: boolean): Promise<void> {
    const { status } = await this.write('statements', 'POST', statements, keepalive, [409]);
    // One of them is there already, and all of them are refused for it. Alone, none of the others is.
    if (status !== 409 || statements.length === 1) return;
    for (const one of statements) await this.post([one], keepalive);
  }

  private async sendState(keepalive: boolean): Promise<void> {
    const { kept } = this;
    if (kept === this.confirmed) return;
    const path = this.documentPath('activities/state', { stateId: recordState });
    await this.write(path, 'PUT', kept, keepalive);
    this.confirmed = kept;
  }

  private write(
    path: string,
    method: string,
    data: unknown,
    keepalive: boolean,
    allowed: number[] = [],
  ) {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(data);
    return this.ask(path, { method, headers, body, keepalive }, allowed);
  }

  /** Puts a statement into the queue. */
  private say(
    verb: Verb,
    given: {
      /** One of the statements that the standard defines; others it allows. */
      defined?: boolean;
      moveOn?: boolean;
      /** What it says, where it may be said once for a registration, in however many visits. */
      once?: string;
      mastery?: boolean;
      at?: number;
      object?: object;
      result?: object;
    },
  ): void {
    const { actor, registration, activityId } = this.address;
    const looking = this.launch.launchMode !== 'Normal';
    // Who looks only opens and closes.
    if (looking && verb !== 'initialized' && verb !== 'terminated') return;
    const template = this.launch.contextTemplate;
    const activities = (template['contextActivities'] ?? {}) as Record<string, unknown>;
    const extensions = (template['extensions'] ?? {}) as Record<string, unknown>;
    const own = [
      ...(given.defined ? [{ id: `${category}/cmi5` }] : []),
      ...(given.moveOn ? [{ id: `${category}/moveon` }] : []),
    ];
    const listed = activities['category'];
    const inherited = Array.isArray(listed) ? (listed as unknown[]) : [];
    this.queue.push({
      id: given.once === undefined ? crypto.randomUUID() : idFrom(registration, given.once),
      timestamp: new Date(given.at ?? this.now()).toISOString(),
      actor,
      verb: { id: verbs[verb], display: { en: verb } },
      object: given.object ?? { id: activityId, objectType: 'Activity' },
      ...(given.result && { result: given.result }),
      context: {
        ...template,
        registration,
        contextActivities: { ...activities, category: [...inherited, ...own] },
        extensions: {
          ...extensions,
          ...(given.mastery && { [masteryExtension]: this.launch.masteryScore }),
        },
      },
    });
  }

  private documentPath(resource: string, more: Record<string, string>): string {
    const { activityId, actor: agent, registration } = this.address;
    const query = { activityId, agent: JSON.stringify(agent), registration, ...more };
    return `${resource}?${new URLSearchParams(query)}`;
  }

  /** A document of the record store as text; empty where there is none. */
  private async document(resource: string, more: Record<string, string>): Promise<string> {
    const response = await this.ask(this.documentPath(resource, more), {}, [404]);
    return response.status === 404 ? '' : response.text();
  }

  private ask(path: string, options: RequestInit, allowed: number[] = []): Promise<Response> {
    const headers = {
      ...options.headers,
      Authorization: `Basic ${this.token}`,
      'X-Experience-API-Version': '1.0.3',
    };
    return request(this.address.endpoint + path, { ...options, headers }, allowed);
  }
}

/** A statement's id made of what it says, a UUID of version 8, so that a record store knows it again. */
function idFrom(registration: string, what: string): string {
  const [a, b] = ['a', 'b'].map((half) => fnv1a64(`${half} ${registration} ${what}`)) as [
    string,
    string,
  ];
  return `${a.slice(0, 8)}-${a.slice(8, 12)}-8${a.slice(13)}-a${b.slice(1, 4)}-${b.slice(4)}`;
}

/** @throws {ReportFailed} */
async function request(
  address: string,
  options: RequestInit,
  allowed: number[] = [],
): Promise<Response> {
  const what = `${options.method ?? 'GET'} ${address.replace(/\?.*/, '')}`;
  let response: Response;
  try {
    response = await fetch(address, {
      ...options,
      signal: AbortSignal.timeout(longestWait),
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    throw new ReportFailed(what, error instanceof Error ? error.message : 'no answer');
  }
  if (!response.ok && !allowed.includes(response.status)) {
    throw new ReportFailed(what, String(response.status));
  }
  return response;
}

/** What came from the course system's side as plain data; undefined where it is none, or too much. */
function parsed(text: string): unknown {
  if (text.length > longestAnswer) return undefined;
  const plain = readPlainJson(text, { depth: 24, values: 100_000 });
  return 'fault' in plain ? undefined : plain.data;
}
