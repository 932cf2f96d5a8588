import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'astro/zod';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { levels, type Level } from '../schemas/lesson.ts';

/** A file of `content/` as an author wrote it: its head, its body and the tree of the body. */
export interface SourceFile {
  /** Path below the content folder, for sentences to the author. */
  path: string;
  /** Name without number and ending: a lesson's slug. */
  slug: string;
  head: unknown;
  body: string;
  /** Number of the body's first line in the file. */
  bodyLine: number;
}

/** A node of the body's syntax tree, as much of it as the checks need. */
export interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number } };
}

/** "04-right-reward.mdx" → number 4, slug "right-reward". Four digits are a year, and part of the slug. */
export function lessonName(path: string): { number: number; slug: string } {
  const name = basename(path).replace(/\.\w+$/, '');
  const match = /^(\d{2,3})-(.+)$/.exec(name);
  return match ? { number: Number(match[1]), slug: match[2]! } : { number: 0, slug: name };
}

/** "en/02-intermediate/04-x.mdx" → 'intermediate'. @throws when the folder is not one of the four. */
export function lessonLevel(path: string): Level {
  const level = levels.find((name) => new RegExp(`\\d\\d-${name}/`).test(path));
  if (!level) throw new Error(`${path} stands in no level's folder (01-basic … 04-expert).`);
  return level;
}

/** All files below a folder of the content with one of the endings, sorted by path. */
export function filesBelow(root: string, folder: string, ending: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .sort();
}

/** Reads an MDX file and parts its YAML head from its body. @throws when the head is not closed. */
export function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) throw new Error(`${path} needs a head between two lines of three hyphens.`);
  return {
    path,
    slug: lessonName(path).slug,
    // The empty line stands for the hyphens, so that a fault is told with its line in the file.
    head: parseYamlText(`\n${match[1]!}`, path),
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}

/** The syntax tree of an MDX body. @throws a parser's message with the line when the MDX is broken. */
export function parseBody(file: SourceFile): MdxNode {
  try {
    return unified().use(remarkParse).use(remarkMdx).parse(file.body) as MdxNode;
  } catch (error) {
    const { message, line } = error as { message: string; line?: number };
    throw new Error(`${file.path}:${(line ?? 1) + file.bodyLine - 1}: ${message}`);
  }
}

/** Every node of a tree, parents before children. */
export function* walk(node: MdxNode): Generator<MdxNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** Attributes of a tag as the page will see them: a bare attribute is true, the rest are strings. */
export function attributesOf(node: MdxNode): Record<string, unknown> {
  return Object.fromEntries(
    (node.attributes ?? []).map(({ name, value }) => [name ?? '{…}', value ?? true]),
  );
}

/** The value of a YAML file, unchecked. @throws a sentence with file and line when it is no YAML. */
export function readYaml(root: string, path: string): unknown {
  return parseYamlText(readFileSync(join(root, path), 'utf8'), path);
}

function parseYamlText(text: string, path: string): unknown {
  try {
    return parseYaml(text) as unknown;
  } catch (error) {
    // The parser's other lines draw the place.
    const [sentence = ''] = (error as Error).message.split('\n');
    throw new Error(`${path} cannot be read: ${sentence.replace(/:$/, '.')}`);
  }
}

/** Reads a YAML file that maps ids to entries of one schema. @throws one sentence per bad field. */
export function readEntries<S extends z.ZodType>(
  root: string,
  path: string,
  schema: S,
): Map<string, z.infer<S>> {
  const data = (readYaml(root, path) ?? {}) as Record<string, unknown>;
  return new Map(
    Object.entries(data).map(([id, entry]) => [id, parseEntry(schema, entry, `${path}, ${id}`)]),
  );
}

/** Reads a YAML file that is one entry. @throws one sentence per bad field. */
export function readEntry<S extends z.ZodType>(root: string, path: string, schema: S): z.infer<S> {
  return parseEntry(schema, readYaml(root, path), path);
}

/** Parses a value and words its faults for an author: where, which field, what is wrong. */
export function parseEntry<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: string,
): z.infer<S> {
  const result = schema.safeParse(value, { error: wordFault('field') });
  if (result.success) return result.data;
  throw new Error(
    result.error.issues.map((issue) => `${where}: ${issueSentence(issue)}`).join('\n'),
  );
}

/** One fault of a schema as an author reads it: which field, what is wrong. */
export function issueSentence({ path, message }: z.core.$ZodIssue): string {
  return `${path.length ? `${path.join('.')}: ` : ''}${message}.`;
}

/** Words for the commonest slips, which zod would word for programmers; the rest keep zod's. */
export const wordFault =
  (what: 'field' | 'attribute'): z.core.$ZodErrorMap =>
  (issue) => {
    if (issue.code === 'unrecognized_keys') {
      return `there is no ${what} ${issue.keys.map((key) => `“${key}”`).join(', ')}`;
    }
    if (issue.code === 'too_small' && issue.origin === 'string') {
      return `this is too short; it needs ${issue.minimum} characters or more`;
    }
    return issue.input === undefined ? `this ${what} is missing` : undefined;
  };
