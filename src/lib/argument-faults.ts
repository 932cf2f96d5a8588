import { inlineFaults } from './body-faults.ts';
import type { Course } from './content-integrity.ts';
import { parseInline } from './inline.ts';
import { contentDirectory } from './read-content.ts';
import { filesBelow, readEntries } from './read-course.ts';
import { argument, worryQuestions, type Argument } from '../schemas/argument.ts';

/** All arguments by id, in the order of their files. @throws one sentence per bad field. */
export function readArguments(root = contentDirectory()): Map<string, Argument> {
  return new Map(
    filesBelow(root, 'arguments', '.yaml').flatMap((path) => [
      ...readEntries(root, path, argument),
    ]),
  );
}

/**
 * Faults of the arguments: a finding that is not there or printed and not listed, an answer to nothing
 * or to the own side, an argument that nobody answers and that does not say why, a question on which
 * the two sides do not have as many arguments each.
 */
export function argumentFaults(all: ReadonlyMap<string, Argument>, course: Course): string[] {
  const own = [...all].flatMap(([id, entry]) =>
    ownFaults(entry, all, course).map((fault) => `Arguments, ${id}: ${fault}`),
  );
  const uneven = worryQuestions.flatMap((question) => {
    const count = (side: Argument['side']) =>
      [...all.values()].filter((entry) => entry.side === side && entry.bearsOn[0] === question)
        .length;
    const [sceptic, alarmed] = [count('sceptic'), count('alarmed')];
    if (sceptic === alarmed && sceptic > 0) return [];
    return [
      `Arguments on “${question}”: ${sceptic} of the sceptic and ${alarmed} of the alarmed; write as many of each, and one at least.`,
    ];
  });
  const answered = new Set([...all.values()].flatMap(({ answers }) => answers));
  const silent = [...all].flatMap(([id, { unanswered }]) => {
    if (answered.has(id) === (unanswered === undefined)) return [];
    return answered.has(id)
      ? [`Arguments, ${id}: unanswered: it is answered; leave this out.`]
      : [`Arguments, ${id}: no argument answers it; write one, or say why under unanswered.`];
  });
  return [...own, ...uneven, ...silent];
}

function ownFaults(
  { claim, text, evidence, answers, unanswered = '', side }: Argument,
  all: ReadonlyMap<string, Argument>,
  course: Course,
): string[] {
  const broken = [claim, text, unanswered].flatMap((line) => inlineFaults('text', line, course));
  if (broken.length > 0) return broken;
  const printed = parseInline(text).flatMap((segment) =>
    segment.kind === 'evidence' ? [segment.id] : [],
  );
  return [
    ...evidence
      .filter((id) => !course.evidence.has(id))
      .map((id) => `evidence: there is no published figure “${id}”.`),
    ...[...new Set(printed)]
      .filter((id) => !evidence.includes(id))
      .map((id) => `evidence: ${id} is printed and has to be listed.`),
    ...answers.filter((id) => !all.has(id)).map((id) => `answers: there is no argument “${id}”.`),
    ...answers
      .filter((id) => all.get(id)?.side === side)
      .map((id) => `answers: “${id}” is on the same side.`),
  ];
}
