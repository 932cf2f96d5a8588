/**
 * The store of a page that a course system's shell shows: the shell's record, which the system keeps. Each
 * function asks the shell and nobody else, and rejects as the browser's store does.
 */
import * as v from 'valibot';
import { shellOrigin } from './in-shell.ts';
import type { KeptDocumentRecord, LearnerRecord } from './record.ts';
import { readAnswer, writeMessage, type Asked } from './shell-messages.ts';
import { StoreRefused, type Found, type RawRecord } from './store.ts';

/** A shell that has not answered by then, in milliseconds, is taken for one that keeps nothing. */
const longestWait = 2000;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: StoreRefused): void;
  timer: ReturnType<typeof setTimeout>;
}
const waiting = new Map<number, Waiting>();
let turns = 0;

function hear({ data, origin, source }: MessageEvent): void {
  if (source !== window.parent || origin !== shellOrigin()) return;
  const message = readAnswer(data);
  const asker = message && waiting.get(message.turn);
  if (!asker) return;
  waiting.delete(message.turn);
  clearTimeout(asker.timer);
  if ('refused' in message) asker.reject(new StoreRefused(message.refused));
  else asker.resolve(message.answer);
}

function ask<Answer>(asked: Asked, schema: v.GenericSchema<unknown, Answer>): Promise<Answer> {
  if (turns === 0) addEventListener('message', hear);
  const turn = ++turns;
  const message = writeMessage({ turn, ...asked });
  if (!message) return Promise.reject(new StoreRefused('full'));
  const answer = new Promise<unknown>((resolve, reject) => {
    const giveUp = () => {
      waiting.delete(turn);
      reject(new StoreRefused('blocked'));
    };
    waiting.set(turn, { resolve, reject, timer: setTimeout(giveUp, longestWait) });
  });
  window.parent.postMessage(message, shellOrigin()!);
  return answer.then((given) => {
    const reading = v.safeParse(schema, given);
    if (!reading.success) throw new StoreRefused('blocked');
    return reading.output;
  });
}

const list = v.array(v.unknown());
const raw = v.strictObject({ id: v.string(), events: list, documents: list });
const found = v.pipe(
  v.strictObject({ value: v.optional(v.unknown()), aside: list }),
  v.transform(({ value, aside }): Found => ({ value, aside })),
);

/** @see readRecord of the store */
export const readRecord = (): Promise<RawRecord> => ask({ ask: 'readRecord' }, raw);

/** @see addToRecord of the store */
export const addToRecord = (record: LearnerRecord, expected: string | undefined): Promise<string> =>
  ask({ ask: 'addToRecord', record, ...(expected && { expected }) }, v.string());

/** @see replaceRecord of the store */
export const replaceRecord = (record: LearnerRecord): Promise<string> =>
  ask({ ask: 'replaceRecord', record }, v.string());

/** @see readDocument of the store */
export const readDocument = (name: KeptDocumentRecord['name']): Promise<Found> =>
  ask({ ask: 'readDocument', name }, found);

/** @see writeDocument of the store */
export const writeDocument = (
  name: string,
  value: unknown,
  known: readonly string[] | 'all',
): Promise<unknown[]> =>
  ask(
    {
      ask: 'writeDocument',
      name,
      ...(value !== undefined && { value }),
      known: known === 'all' ? known : [...known],
    },
    list,
  );
