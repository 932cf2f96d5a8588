import type { Course } from './content-integrity.ts';
import { parseInline } from './inline.ts';
import { printFigure, type PrintableFigure } from './print-figure.ts';
import {
  attributesOf,
  issueSentence,
  parseBody,
  walk,
  wordFault,
  type MdxNode,
  type SourceFile,
} from './read-course.ts';
import { lessonTags, type FigureForm, type LessonTag } from '../schemas/tags.ts';

/** A number that somebody typed where a component should print it. */
const typedFigure = /\d(?:[\d.,]*\d)?\s*(?:%|per\s?cent\b|(?:percentage\s)?points\b)/i;

/** Faults in the body of a lesson or of teacher notes, each a sentence with file and line. */
export function bodyFaults(file: SourceFile, course: Course): string[] {
  let tree: MdxNode;
  try {
    tree = parseBody(file);
  } catch (error) {
    return [(error as Error).message];
  }
  const faults: string[] = [];
  const usedChecks = new Set<string>();
  for (const node of walk(tree)) {
    const where = `${file.path}:${(node.position?.start.line ?? 1) + file.bodyLine - 1}`;
    if (node.type === 'mdxjsEsm' || node.type.endsWith('Expression') || hasBraces(node)) {
      faults.push(`${where}: content holds words only; remove the import or the braces.`);
    } else if (node.value !== undefined && typedFigure.test(node.value)) {
      faults.push(`${where}: ${typedFigureSentence(node.value)}`);
    } else if (node.type.startsWith('mdxJsx')) {
      if (node.name === 'Check') usedChecks.add(String(attributesOf(node)['id']));
      faults.push(...tagFaults(node, file.slug, course).map((fault) => `${where}: ${fault}`));
    }
  }
  if (file.path.startsWith('lessons/')) {
    for (const id of course.checks.get(file.slug)?.keys() ?? []) {
      if (!usedChecks.has(id))
        faults.push(`${file.path}: the check “${id}” is written but never asked.`);
    }
  }
  return faults;
}

/** Faults in a short text of a YAML file. */
export function inlineFaults(where: string, text: string, course: Course): string[] {
  try {
    return parseInline(text)
      .flatMap((segment) => {
        if (segment.kind === 'evidence') return evidenceFaults(segment, course);
        if (segment.kind === 'model') return modelFaults(segment, course);
        if (segment.kind === 'term') return missing('glossary term', segment.id, course.terms);
        return typedFigure.test(segment.text) ? [typedFigureSentence(segment.text)] : [];
      })
      .map((fault) => `${where}: ${fault}`);
  } catch (error) {
    return [`${where}: ${(error as Error).message}`];
  }
}

/** Whether an attribute holds code: `{2}` or `{...props}` where a plain word belongs. */
function hasBraces({ attributes = [] }: MdxNode): boolean {
  return attributes.some(({ name, value }) => !name || (value && typeof value === 'object'));
}

function tagFaults(node: MdxNode, slug: string, course: Course): string[] {
  const name = node.name as LessonTag;
  const schema = lessonTags[name];
  if (!schema) {
    return [
      `there is no tag <${node.name ?? ''}>. A lesson may write ${Object.keys(lessonTags).join(', ')}.`,
    ];
  }
  const parsed = schema.safeParse(attributesOf(node), { error: wordFault('attribute') });
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `<${name}> ${issueSentence(issue)}`);
  }
  const { id = '', source = '', of = '', figure = 'value' } = parsed.data as Record<string, string>;
  const { form = 'full' } = parsed.data as { form?: FigureForm };
  switch (name) {
    case 'Evidence':
      return evidenceFaults({ id, figure, form }, course);
    case 'Model':
      return modelFaults({ of, form }, course);
    case 'Cite':
      return missing('source', source, course.sources);
    case 'Term':
      return missing('glossary term', id, course.terms);
    case 'ClaimCheck':
      return missing('claim', id, course.claims);
    case 'Check':
      return missing(`check of the lesson “${slug}”`, id, course.checks.get(slug) ?? new Map());
    default:
      return [];
  }
}

interface PrintedEvidence {
  id: string;
  figure: string;
  form: FigureForm;
}

function evidenceFaults({ id, figure, form }: PrintedEvidence, course: Course): string[] {
  const entry = course.evidence.get(id);
  if (!entry) return missing('published figure', id, course.evidence);
  const names = Object.keys(entry.figures ?? {});
  const found = entry.figures?.[figure];
  if (found) return formFaults(id, found, form);
  return [
    names.length
      ? `${id} has no figure “${figure}”; it has ${names.join(', ')}.`
      : `${id} is a finding in words and has no figure to print; cite it with <Cite>.`,
  ];
}

function modelFaults({ of, form }: { of: string; form: FigureForm }, course: Course): string[] {
  const figure = course.models.get(of);
  if (figure) return formFaults(of, figure, form);
  return [`there is no model figure “${of}”; there are ${[...course.models.keys()].join(', ')}.`];
}

function formFaults(name: string, figure: PrintableFigure, form: FigureForm): string[] {
  try {
    printFigure(figure, form);
    return [];
  } catch (error) {
    return [`${name}: ${(error as Error).message}`];
  }
}

function missing(kind: string, id: string, known: Map<string, unknown>): string[] {
  return known.has(id) ? [] : [`there is no ${kind} “${id}”.`];
}

/** Faults in texts without tokens, such as heads and interface words: figures typed by hand. */
export function typedFigureFaults(where: string, texts: string[]): string[] {
  return texts
    .filter((text) => typedFigure.test(text))
    .map((text) => `${where}: ${typedFigureSentence(text)}`);
}

function typedFigureSentence(text: string): string {
  return `“${typedFigure.exec(text)?.[0] ?? ''}” is typed by hand; print it with <Evidence> or <Model>, so that it carries its source.`;
}
