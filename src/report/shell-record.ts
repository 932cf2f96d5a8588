/** The record that a shell holds for the pages in its frame, within the room that a course system gives. */
import { afterWriting } from '../learning/document-writing.ts';
import {
  emptyRecord,
  join,
  newRecordId,
  type LearnerRecord,
  type LearningEvent,
} from '../learning/record.ts';
import type { Found, RawRecord } from '../learning/store.ts';
import type { ShellPlan } from './plan.ts';
import { thinned, writeState, type Aside, type Suspended } from './suspended-state.ts';

/** Why a page's wish was not granted, in the words of the page's store. */
export class Refused extends Error {
  constructor(readonly why: 'full' | 'replaced') {
    super(why);
  }
}

/** Characters that stay free for each check that was not answered yet, so that no note takes its place. */
const perAnswer = 16;
/** Share of what a state may unfold to that notes leave free, for the same reason. */
const forAnswers = 0.1;

export class ShellRecord {
  /** As text for the course system. */
  text: string;
  record: LearnerRecord;
  private aside: Aside;
  private id = newRecordId();

  /**
   * @param room most characters of `text`
   * @param changed hears which events are new, each time after the record has changed
   */
  constructor(
    from: Suspended,
    private readonly plan: ShellPlan,
    private readonly room: number,
    private readonly changed: (added: LearningEvent[]) => void,
  ) {
    this.record = from.record;
    this.aside = from.aside;
    // What was read back can be written: it unfolds to no more than it did.
    this.text = writeState(from, plan) ?? '';
  }

  /** @see readRecord of the store */
  readRecord(): RawRecord {
    return { id: this.id, events: this.record.events, documents: this.record.documents };
  }

  /** @see addToRecord of the store. @throws {Refused} */
  addToRecord(added: LearnerRecord, expected: string | undefined): string {
    if (expected !== undefined && expected !== this.id) throw new Refused('replaced');
    const known = new Set(this.record.events.map(({ id }) => id));
    const fresh = added.events.filter(({ id }) => !known.has(id));
    const essential = fresh.filter(isEssential);
    const { aside } = this;
    try {
      const bare = added.documents.length === 0 && essential.length === fresh.length;
      this.hold({ record: join(this.record, added), aside }, bare);
    } catch (error) {
      // What counts goes in all the same; the page keeps the rest and asks again.
      if (essential.length > 0) {
        this.hold({ record: join(this.record, { events: essential, documents: [] }), aside }, true);
        this.changed(essential);
      }
      throw error;
    }
    this.changed(fresh);
    return this.id;
  }

  /** @see replaceRecord of the store. @throws {Refused} */
  replaceRecord(record: LearnerRecord): string {
    const next = join(emptyRecord, record);
    const smaller = next.events.length + next.documents.length === 0;
    this.hold({ record: next, aside: {} }, smaller);
    this.id = newRecordId();
    this.changed([]);
    return this.id;
  }

  /** @see readDocument of the store */
  readDocument(name: string): Found {
    const found = this.record.documents.find((document) => document.name === name);
    return { value: found?.value, aside: this.aside[name] ?? [] };
  }

  /** @see writeDocument of the store. @throws {Refused} */
  writeDocument(name: string, value: unknown, known: readonly string[] | 'all'): unknown[] {
    const { events, documents } = this.record;
    const before = documents.find((document) => document.name === name);
    const here = { ...before, aside: this.aside[name] ?? [] };
    const { at, aside: next } = afterWriting(here, value, known);
    const document = { name, at, ...(value !== undefined && { value }) };
    const record = join({ events, documents }, { events: [], documents: [document] });
    const lists = Object.entries({ ...this.aside, [name]: next });
    const aside = Object.fromEntries(lists.filter(([, list]) => list.length > 0));
    this.hold({ record, aside }, value === undefined);
    this.changed([]);
    return next;
  }

  /** Takes the next record, thinned where it must be. @throws {Refused} and nothing has changed */
  private hold(next: Suspended, essential: boolean): void {
    const room = this.room - (essential ? 0 : perAnswer * this.unanswered(next.record));
    const written = (record: LearnerRecord) => {
      const text = writeState({ ...next, record }, this.plan, essential ? 1 : 1 - forAnswers);
      return text !== undefined && text.length <= room ? text : undefined;
    };
    const text = written(next.record) ?? written(thinned(next.record));
    if (text === undefined) throw new Refused('full');
    this.record = next.record;
    this.aside = next.aside;
    this.text = text;
  }

  private unanswered({ events }: LearnerRecord): number {
    const answered = new Set(
      events.map((event) => (event.kind === 'answered' ? event.check : undefined)),
    );
    return this.plan.checks.filter(({ id }) => !answered.has(id)).length;
  }
}

/** What completion and score are made of, and what takes something away. */
const isEssential = ({ kind }: LearningEvent) =>
  kind === 'answered' || kind === 'read' || kind === 'withdrawn';
