import { noteOf, type QuestionState } from './question-note.ts';
import type { LearnerRecord } from './record.ts';

/** A question as the page shows it, in plain words. */
export interface Question {
  id: string;
  question: string;
  steps: { id: string; text: string }[];
}

export interface QuestionTheme {
  id: string;
  title: string;
  questions: Question[];
}

/** Words of the export. */
export interface ExportWords {
  title: string;
  state: string;
  states: Record<QuestionState, string>;
  steps: string;
  note: string;
  empty: string;
}

/** Headings of a learner's note go below those of the document around it. */
const lowered = (note: string) =>
  note.replace(/^#{1,6}(?= )/gm, (marks) => `###${marks}`.slice(0, 6));

/** Themes with the learner's states, ticks and notes, as a Markdown document. */
export function questionsMarkdown(
  themes: QuestionTheme[],
  record: LearnerRecord,
  words: ExportWords,
  /** Where the questions come from, with their address. */
  origin: string,
): string {
  const lines = [`# ${words.title}`];
  for (const theme of themes) {
    lines.push(`## ${theme.title}`);
    for (const { id, question, steps } of theme.questions) {
      const { state, ticked, note } = noteOf(record, id);
      lines.push(
        `### ${question}`,
        `${words.state}: ${words.states[state]}`,
        steps.map((step) => `- [${ticked.includes(step.id) ? 'x' : ' '}] ${step.text}`).join('\n'),
        lowered(note.trim()) || `*${words.empty}*`,
      );
    }
  }
  return `${[...lines, origin].join('\n\n')}\n`;
}

/** The same as data. */
export function questionsJson(
  themes: QuestionTheme[],
  record: LearnerRecord,
  origin: string,
): string {
  const questions = themes.flatMap((theme) =>
    theme.questions.map(({ id, question, steps }) => {
      const { state, ticked, note } = noteOf(record, id);
      return {
        theme: theme.title,
        id,
        question,
        state,
        steps: steps.map((step) => ({ ...step, done: ticked.includes(step.id) })),
        note,
      };
    }),
  );
  return `${JSON.stringify({ format: 'unwatched-questions', version: 1, origin, questions }, undefined, 2)}\n`;
}
