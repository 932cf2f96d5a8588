import { questionStates } from '../../src/learning/question-note.ts';
import type { LearnerRecord } from '../../src/learning/record.ts';

/** Years of work: so many answers, spread over these checks, and so many characters of notes. */
export function longRecord(
  checks: string[],
  questions: string[],
  { answers = 10_000, notes = 500_000 } = {},
): LearnerRecord {
  const start = 1_600_000_000_000;
  const hour = 3_600_000;
  const sentence = 'What I found, and what I make of it. ';
  const long = Math.ceil(notes / questions.length);
  return {
    events: Array.from({ length: answers }, (_, index) => {
      const at = start + index * hour;
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
