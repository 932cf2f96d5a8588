/** The course in plain text, read from the content while the site is built. */
import { getCollection, getEntry } from 'astro:content';
import { version } from '../../package.json';
import { curriculum, type Lesson } from '../lib/curriculum.ts';
import { shortCitation } from '../lib/citations.ts';
import { inlinePieces } from '../lib/inline-pieces.ts';
import { locale } from '../lib/locale.ts';
import { inlineMentions } from '../lib/mentions.ts';
import { modelFigures } from '../lib/model-figures.ts';
import { onceBuilt } from '../lib/once-built.ts';
import { printFigure } from '../lib/print-figure.ts';
import { publishedFigure } from '../lib/published-value.ts';
import { parseBody, walk, type MdxNode } from '../lib/read-course.ts';
import { interfaceText } from '../lib/text.ts';
import { textsOf, type Check } from '../schemas/check.ts';
import { levels } from '../schemas/lesson.ts';
import type { Ui } from '../schemas/ui.ts';
import type { BankNumber, BankQuestion, Course, CourseLesson } from './course.ts';

/**
 * Everything that a teacher's pages need of the course, as plain text.
 *
 * @throws a sentence when a text names what does not exist, or a figure's title asks for a number that
 *   is not handed in.
 */
export const wholeCourse = onceBuilt(async (): Promise<Course> => {
  const ui = await interfaceText();
  const lessons = (await curriculum()).filter(({ written }) => written);
  const themes = (await getCollection('followUps')).sort((a, b) => a.data.order - b.data.order);
  return {
    name: ui.site.name,
    version,
    language: locale,
    levels: levels.map((level) => ({ level, name: ui.levels[level].name })),
    lessons: await Promise.all(lessons.map((lesson) => lessonOf(lesson, ui))),
    followUps: themes.flatMap(({ data: { title: theme, questions } }) =>
      Object.entries(questions).map(([id, { question }]) => ({ id, theme, question })),
    ),
    words: ui.banks,
  };
});

async function lessonOf(lesson: Lesson, ui: Ui): Promise<CourseLesson> {
  const { slug, number, level, head, checks } = lesson;
  const notes = await getEntry('teaching', slug);
  return {
    slug,
    number,
    level,
    title: head.title,
    question: head.question,
    summary: head.summary,
    minutes: head.minutes,
    ...(notes && { classMinutes: notes.data.minutes }),
    objectives: notes?.data.objectives ?? [],
    figures: head.figures.map((name) => ({ name, title: figureTitle(name, ui) })),
    checks: await Promise.all(checks.map((name) => bankQuestion(`${slug}/${name}`))),
    followUps: head.followUps,
    discussion: notes ? promptsIn(treeOf(slug, notes.body), ui.banks.discussionPrompts) : [],
  };
}

/** A figure as its heading calls it: by the question that it asks. */
function figureTitle(name: string, ui: Ui): string {
  const key = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const labels = ui[key as keyof Ui] as { question?: string } | undefined;
  const titles: Record<string, string> = ui.banks.figureTitles;
  const title = titles[name] ?? labels?.question;
  if (!title || title.includes('{')) throw new Error(`The figure “${name}” has no plain title.`);
  return title;
}

async function bankQuestion(id: string): Promise<BankQuestion> {
  const { data } = (await getEntry('checks', id))!;
  const { kind, stem, objective, goal, bloom } = data;
  return {
    id,
    kind,
    stem: await plain(stem),
    options:
      kind === 'single' || kind === 'multiple'
        ? await Promise.all(
            data.options.map(async ({ text, correct, feedback }) => ({
              text: await plain(text),
              correct,
              feedback: await plain(feedback),
            })),
          )
        : [],
    order:
      kind === 'order'
        ? await Promise.all(
            data.items.map(async ({ text, feedback }) => ({
              text: await plain(text),
              feedback: await plain(feedback),
            })),
          )
        : [],
    ...(kind === 'numeric' && { numeric: await numberOf(data) }),
    objective,
    ...(goal !== undefined && { goal }),
    bloom,
    sources: await sourcesOf(data),
  };
}

async function numberOf(check: Extract<Check, { kind: 'numeric' }>): Promise<BankNumber> {
  const { answer, tolerance, feedback } = check;
  const figure =
    'model' in answer
      ? modelFigures()[answer.model]
      : await publishedFigure(answer.evidence, answer.figure);
  if (figure?.value === undefined) throw new Error('The answer of a check is no single value.');
  const { low, high, right } = feedback;
  return {
    answer: figure.value,
    tolerance,
    unit: figure.unit,
    printed: printFigure(figure),
    computed: 'model' in answer,
    feedback: { low: await plain(low), high: await plain(high), right: await plain(right) },
  };
}

/** The published figures behind a check, as a reader cites them, each place once. */
async function sourcesOf(check: Check): Promise<string[]> {
  const mentioned = inlineMentions(textsOf(check), 'check', '')
    .filter(({ kind }) => kind === 'evidence')
    .map(({ of }) => of);
  const answer =
    check.kind === 'numeric' && 'evidence' in check.answer ? [check.answer.evidence] : [];
  const cited = await Promise.all(
    [...answer, ...mentioned].map(async (id) => {
      const { source, locator } = (await getEntry('evidence', id))!.data;
      return [shortCitation(source), locator].filter(Boolean).join(', ');
    }),
  );
  return [...new Set(cited)];
}

/** A short text with its figures printed as the site prints them. */
async function plain(text: string): Promise<string> {
  const pieces = await inlinePieces(text);
  return pieces
    .map((piece) => piece.text)
    .join('')
    .replace(/[ \t\r\n]+/g, ' ')
    .replaceAll('\u00ad', '')
    .trim();
}

const treeOf = (slug: string, body = '') =>
  parseBody({ path: slug, slug, head: {}, body, bodyLine: 1 });

/** The items of the list below a heading, as plain text. */
function promptsIn(tree: MdxNode, heading: string): string[] {
  const blocks = tree.children ?? [];
  const start = blocks.findIndex((node) => node.type === 'heading' && wordsOf(node) === heading);
  const list = blocks[start + 1];
  return start < 0 || list?.type !== 'list' ? [] : (list.children ?? []).map(wordsOf);
}

const wordsOf = (node: MdxNode): string =>
  [...walk(node)]
    .map(({ value = '' }) => value)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
