/**
 * What a course system has not confirmed, kept in the browser until it does. It goes out once more when the
 * same learner opens the same package again; whoever else opens it there deletes it unread.
 */
import * as v from 'valibot';
import { fnv1a64 } from '../learning/fingerprint.ts';
import { readPlainJson } from '../learning/json-shape.ts';
import { eventSchema } from '../learning/record-schema.ts';
import type { LearningEvent } from '../learning/record.ts';

/** Longest copy that is read or written, in characters: a state, its events, and room. */
const longestCopy = 2 ** 19;

const mark = v.pipe(v.string(), v.length(16));
const copySchema = v.strictObject({
  /** Whose it is, as a fingerprint. */
  learner: mark,
  /** Fingerprint of the state that the course system confirmed last. */
  confirmed: mark,
  /** What was reported since, in order: new events, and the fingerprint of the state after them. */
  parts: v.array(v.strictObject({ state: mark, events: v.array(eventSchema) })),
  /** The state after the last of them. */
  state: v.string(),
});
type Copy = v.InferOutput<typeof copySchema>;
type Part = Copy['parts'][number];

/** What is to be sent once more. */
export interface Again {
  events: LearningEvent[];
  state: string;
  /** Whether `state` goes on from what the course system has; else it was changed elsewhere meanwhile. */
  follows: boolean;
}

export class Unsent {
  private readonly key: string;
  private readonly learner: string;
  private confirmed = '';
  private parts: Part[] = [];
  /** The state after the last part. */
  private latest = '';
  /** Whether all that is not confirmed is kept. */
  holds = false;

  /**
   * @param storage undefined where the browser gives none
   * @param place address of the package's page; one copy is kept for each
   * @param learner as the course system names them. Without a name nothing is kept: it could be anybody's
   */
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
    place: string,
    learner: string,
  ) {
    this.key = `unwatched-unsent ${place}`;
    this.learner = learner && fnv1a64(learner);
  }

  /**
   * Begins a visit.
   *
   * @param state what the course system handed back
   * @returns what it never got; undefined where that is nothing
   */
  open(state: string): Again | undefined {
    this.confirmed = fnv1a64(state);
    const copy = this.read();
    if (!copy || copy.learner !== this.learner) {
      this.remove();
      return undefined;
    }
    // A report that seemed to fail may have arrived: then its state came back.
    const known = [copy.confirmed, ...copy.parts.map((part) => part.state)];
    const arrived = known.lastIndexOf(this.confirmed);
    if (arrived === copy.parts.length) {
      this.remove();
      return undefined;
    }
    const events = copy.parts.slice(Math.max(arrived, 0)).flatMap((part) => part.events);
    return { events, state: copy.state, follows: arrived >= 0 };
  }

  /**
   * Keeps what is about to be reported.
   *
   * @returns how to say that the course system confirmed it
   */
  keep(events: LearningEvent[], state: string): () => void {
    const part = { state: fnv1a64(state), events };
    this.parts.push(part);
    this.latest = state;
    this.write();
    return () => {
      const at = this.parts.indexOf(part);
      // A later one may have been confirmed first, and this one with it.
      if (at < 0) return;
      this.parts = this.parts.slice(at + 1);
      this.confirmed = part.state;
      if (this.parts.length === 0) this.remove();
      else this.write();
    };
  }

  private write(): void {
    const { storage, learner, confirmed, parts, latest: state } = this;
    const text = JSON.stringify({ learner, confirmed, parts, state } satisfies Copy);
    this.holds = false;
    if (!storage || !learner || text.length > longestCopy) return;
    try {
      storage.setItem(this.key, text);
      this.holds = true;
    } catch {
      // Full: the shell says that nothing is kept.
    }
  }

  private read(): Copy | undefined {
    let text: string;
    try {
      text = this.storage?.getItem(this.key) ?? '';
    } catch {
      return undefined;
    }
    if (text.length > longestCopy) return undefined;
    const plain = readPlainJson(text, { depth: 8, values: 100_000 });
    const reading = 'fault' in plain ? undefined : v.safeParse(copySchema, plain.data);
    return reading?.success ? reading.output : undefined;
  }

  private remove(): void {
    this.holds = false;
    try {
      this.storage?.removeItem(this.key);
    } catch {
      // What cannot be reached cannot be read by others either.
    }
  }
}
