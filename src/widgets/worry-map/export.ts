import { fill } from '../../lib/fill.ts';
import type { Ui } from '../../schemas/ui.ts';
import { escapeMarkdown } from '../parts/markdown.ts';
import { movedBy, type Estimates, type Notebook } from './notebook.ts';
import { questions, type Node, type Question } from './worry-map.ts';

/** The reader's notebook as a Markdown document: each question with its estimates and what moved them. */
export function toMarkdown(
  labels: Ui['worryMap'],
  nodes: readonly Node[],
  notebook: Notebook,
): string {
  const when = (given: Estimates, id: Question) =>
    given[id] ? fill(labels.madeOn, { n: given[id].value, date: given[id].on }) : labels.exportNone;
  const ofQuestion = (id: Question) => {
    const { name, wording } = labels.questions[id];
    return [
      `## ${escapeMarkdown(name)}`,
      escapeMarkdown(wording),
      [
        `- ${fill(labels.beforeMark, { n: when(notebook.before, id) })}`,
        `- ${fill(labels.afterMark, { n: when(notebook.after, id) })}`,
        ...(['up', 'down'] as const).flatMap((mark) => {
          const titles = movedBy(nodes, notebook, mark, id).map(({ title }) => title);
          const line = mark === 'up' ? labels.movedUp : labels.movedDown;
          return titles.length
            ? [`- ${escapeMarkdown(fill(line, { titles: titles.join(', ') }))}`]
            : [];
        }),
      ].join('\n'),
    ];
  };
  const marked = nodes
    .filter(({ id }) => notebook.marks[id] || notebook.opened.includes(id))
    .map(({ id, title, claim, side, kind }) => {
      const mark = notebook.marks[id];
      const about = `${labels.sides[side]}, ${labels.kinds[kind]}`;
      const said = mark ? labels.marks[mark] : labels.missing;
      return `- **${escapeMarkdown(title)}** (${about}): ${escapeMarkdown(claim)} *${said}*`;
    });
  return `${[
    `# ${escapeMarkdown(labels.exportTitle)}`,
    escapeMarkdown(labels.exportNote),
    ...questions.flatMap(ofQuestion),
    `## ${escapeMarkdown(labels.exportMarks)}`,
    marked.length ? marked.join('\n') : labels.missing,
  ].join('\n\n')}\n`;
}

/** The same as data: each question with its wording, and each argument with its mark. */
export function toJson(labels: Ui['worryMap'], nodes: readonly Node[], notebook: Notebook): string {
  const { before, after, opened, marks } = notebook;
  const data = {
    figure: 'worry-map',
    questions: questions.map((id) => ({
      id,
      wording: labels.questions[id].wording,
      before: before[id] ?? null,
      after: after[id] ?? null,
    })),
    arguments: nodes.map(({ id, title, claim, side, kind, bearsOn }) => ({
      ...{ id, title, claim, side, kind, bearsOn },
      opened: opened.includes(id),
      mark: marks[id] ?? null,
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
