import { questionStates } from '../../src/learning/question-note.ts';
import { eventOf, join, type LearnerRecord } from '../../src/learning/record.ts';
import { writeRecordFile } from '../../src/learning/record-file.ts';

/** Five years of work: so many answers, spread over these checks, and so many characters of notes. */
export function longRecord(
  checks: string[],
  questions: string[],
  { answers = 10_000, notes = 500_000 } = {},
): LearnerRecord {
  const start = 1_600_000_000_000;
  const step = Math.round((5 * 365.25 * 86_400_000) / answers);
  const sentence = 'What I found, and what I make of it. ';
  const long = Math.ceil(notes / questions.length);
  return {
    events: Array.from({ length: answers }, (_, index) => {
      const at = start + index * step;
      const id = `${at.toString(36).padStart(9, '0')}-${String(index).padStart(10, '0')}`;
      const check = checks[index % checks.length]!;
      const sure = [25, 50, 75, 95][index % 4]!;
      return { id, at, kind: 'answered', check, given: '0', right: index % 3 > 0, sure } as const;
    }),
    documents: questions.map((id, index) => ({
      name: `question/${id}`,
      at: start,
      value: {
        state: questionStates[index % questionStates.length],
        ticked: [],
        note: sentence.repeat(Math.ceil(long / sentence.length)).slice(0, long),
      },
    })),
  };
}

/** A long record with a lesson that was read last, and the file that it makes. */
export function recordFile({ checks = 1, answers = 10_000, notes = 40_000 } = {}) {
  const names = Array.from({ length: checks }, (_, index) => `two-faces/check-${index}`);
  const long = longRecord(names, ['robust-detection'], { answers, notes });
  const read = eventOf({ kind: 'read', lesson: 'the-experiment' });
  const record = join(long, { events: [read], documents: [] });
  return { record, text: writeRecordFile(record) };
}
