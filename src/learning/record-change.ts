/** What a record from a file would change, said before anything is changed; and what undoing it leaves. */
import { supersedes, type KeptDocumentRecord, type LearnerRecord } from './record.ts';

/** Names of documents, by what becomes of them. */
export interface RecordChange {
  /** Events of the file that are not here yet, and those that are. */
  fresh: number;
  known: number;
  /** Events that are here and not in the file: kept where it is added, gone where it takes the place of all. */
  only: number;
  /** Documents of the file that are newer than the one here, older, the same, or of a name that is not here. */
  newer: string[];
  older: string[];
  same: string[];
  added: string[];
  /** Documents here that the file does not have. */
  missing: string[];
}

const textOf = ({ value }: KeptDocumentRecord) => JSON.stringify(value);

/** Sets a record from a file beside the one that is kept. */
export function changeBy(file: LearnerRecord, kept: LearnerRecord): RecordChange {
  const ids = new Set(kept.events.map(({ id }) => id));
  const known = file.events.filter(({ id }) => ids.has(id)).length;
  const present = new Map(kept.documents.map((document) => [document.name, document]));
  const change: RecordChange = {
    fresh: file.events.length - known,
    known,
    only: kept.events.length - known,
    newer: [],
    older: [],
    same: [],
    added: [],
    missing: [],
  };
  for (const document of file.documents) {
    const here = present.get(document.name);
    present.delete(document.name);
    // One that was cleared and one that never was look the same to a reader.
    if (document.value === undefined && here?.value === undefined) continue;
    if (here && textOf(document) === textOf(here)) change.same.push(document.name);
    else if (!supersedes(document, here)) change.older.push(document.name);
    else if (here?.value === undefined) change.added.push(document.name);
    else change.newer.push(document.name);
  }
  for (const [name, { value }] of present) if (value !== undefined) change.missing.push(name);
  return change;
}

/** What came into a record after a certain moment in its life: events and documents that it did not have then. */
export function since(then: LearnerRecord, now: LearnerRecord): LearnerRecord {
  const ids = new Set(then.events.map(({ id }) => id));
  const documents = new Map(then.documents.map((document) => [document.name, document]));
  return {
    events: now.events.filter(({ id }) => !ids.has(id)),
    documents: now.documents.filter((document) =>
      supersedes(document, documents.get(document.name)),
    ),
  };
}
