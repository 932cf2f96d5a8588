import type { Piece } from '../../lib/inline-pieces.ts';
import { csvOf } from '../../lib/csv.ts';
import { escapeMarkdown } from '../parts/markdown.ts';
import {
  countStates,
  entryOf,
  stages,
  type Labels,
  type Measure,
  type Written,
} from './deployment-checklist.ts';

/** Pieces of a text as plain words. */
const wordsOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** What is written, in lines that end in one way, whoever wrote it where. */
const tidy = (text: string) => text.replace(/\r\n?/g, '\n');

/** A text of a single field: what would break its line is a space. */
const inLine = (text: string) => escapeMarkdown(tidy(text).replaceAll('\n', ' ').trim());

/** The checklist as a Markdown document, with all measures and what was written about them. */
export function toMarkdown(
  labels: Labels,
  measures: readonly Measure[],
  written: Written,
  /** Where the checklist comes from, with its address. */
  origin: string,
): string {
  const { head } = written;
  const field = (name: string, value: string) => `- **${name}:** ${inLine(value) || '–'}`;
  const lines = [
    `# ${labels.documentTitle}`,
    '',
    field(labels.organisation, head.organisation),
    field(labels.system, head.system),
    field(labels.date, head.date),
    field(labels.by, head.by),
  ];
  for (const stage of stages) {
    const own = measures.filter((measure) => measure.stage === stage);
    const { done } = countStates(own, written);
    lines.push('', `## ${labels.stages[stage]} (${labels.states.done}: ${done} / ${own.length})`);
    for (const measure of own) lines.push('', ...markdownOf(labels, measure, written));
  }
  return `${lines.join('\n')}\n\n${escapeMarkdown(origin)}\n`;
}

function markdownOf(labels: Labels, measure: Measure, written: Written): string[] {
  const { state, reason, owner, due, note } = entryOf(written, measure.id);
  const because = state === 'no' && reason ? `, ${labels.because} ${inLine(reason)}` : '';
  const evidence = measure.evidence.map(({ id, citation }) => `${citation} (${id})`).join('; ');
  return [
    `### ${escapeMarkdown(measure.title)}`,
    '',
    `- **${labels.state}:** ${labels.states[state]}${because}`,
    `- **${labels.owner}:** ${inLine(owner) || '–'} (${labels.role}: ${measure.owner})`,
    `- **${labels.due}:** ${due || '–'}`,
    `- **${labels.effort}:** ${labels.efforts[measure.effort]}`,
    '',
    escapeMarkdown(wordsOf(measure.why)),
    '',
    ...measure.steps.map(
      (step) => `- [${state === 'done' ? 'x' : ' '}] ${escapeMarkdown(wordsOf(step))}`,
    ),
    '',
    `**${labels.misses}:** ${escapeMarkdown(wordsOf(measure.misses))}`,
    '',
    `**${labels.evidence}:** ${escapeMarkdown(evidence || labels.noEvidence)}`,
    ...(note.trim() ? ['', ...quoted(note)] : []),
  ];
}

const quoted = (note: string) =>
  escapeMarkdown(note.trim())
    .split('\n')
    .map((line) => `> ${line}`.trimEnd());

/** The checklist as the text of a CSV file: one row a measure, with what was written about it. */
export function toSpreadsheet(
  labels: Labels,
  measures: readonly Measure[],
  written: Written,
): string {
  const { head } = written;
  const rows = [
    [
      ...[labels.stage, labels.measure, labels.effort, labels.role, labels.state, labels.reason],
      ...[labels.owner, labels.due, labels.note, labels.evidence],
      ...[labels.organisation, labels.system, labels.date, labels.by],
    ],
    ...measures.map((measure) => {
      const { state, reason, owner, due, note } = entryOf(written, measure.id);
      return [
        ...[labels.stages[measure.stage], measure.title, labels.efforts[measure.effort]],
        ...[measure.owner, labels.states[state], state === 'no' ? reason : '', owner, due, note],
        measure.evidence.map(({ id }) => id).join(' ') || labels.noEvidence,
        ...[head.organisation, head.system, head.date, head.by],
      ];
    }),
  ];
  return csvOf(rows.map((row) => row.map(tidy))).text;
}
