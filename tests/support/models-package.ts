import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What `npm pack --json` says of a tarball. */
interface Packed {
  filename: string;
  files: { path: string }[];
}

/** Runs npm as it was started, or as the shell would find it. */
function npm(args: string[], cwd: string): string {
  const { npm_execpath: path } = process.env;
  const [command, before] = path ? [process.execPath, [path]] : ['npm', []];
  return execFileSync(command, [...before, ...args, '--loglevel=error'], { cwd, encoding: 'utf8' });
}

/**
 * Builds and packs the models, and installs the tarball in an empty folder without asking a registry.
 *
 * @returns the paths of the files in the tarball.
 */
export function installModels(folder: string): string[] {
  const report = npm(['pack', './unwatched-models', '--json', '--pack-destination', folder], '.');
  // What the build prints comes before the report.
  const [{ filename, files }] = JSON.parse(report.slice(report.indexOf('['))) as [Packed];
  npm(
    ['install', `./${filename}`, '--offline', '--no-audit', '--no-fund', '--prefix', '.'],
    folder,
  );
  return files.map(({ path }) => path).sort();
}

/** Code blocks of a Markdown file in one language. */
export const codeBlocks = (markdown: string, language: string) =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code]) => code!,
  );

/** Runs a script with Node alone, in a folder where the models are installed, and gives what it prints. */
export async function runScript(folder: string, file: string, ...args: string[]): Promise<string> {
  // Whoever starts the tests may have asked for colours, which would stand between the numbers.
  const options = { cwd: folder, env: { ...process.env, FORCE_COLOR: '0' } };
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], options);
  return stdout;
}

/** Numbers in a text, in order; with either minus sign. */
export const numbersIn = (text: string) =>
  // Nothing has a sign: a number that is rounded to it loses its own.
  (text.match(/[−-]?\d+(\.\d+)?/g) ?? []).map((number) => Number(number.replace('−', '-')) + 0);

/** Numbers in what `console.table` printed, row by row; words and the numbering of rows are left out. */
export const printedNumbers = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('│') && !line.startsWith('│ (index)'))
    .flatMap((line) => line.split('│').slice(2, -1))
    .filter((cell) => /^ *-?[\d.]+ *$/.test(cell))
    .flatMap(numbersIn);

/** A figure of the built site as it is served: its sentence and the rows of its table. */
export interface ServedFigure {
  sentence: string;
  rows: string[][];
}

/** @throws when the page has no such figure, or the figure no table. */
export function servedFigure(page: string, name: string): ServedFigure {
  const html = readFileSync(join('dist', page, 'index.html'), 'utf8');
  const figure = html.slice(html.indexOf(`id="${name}" data-figure`));
  const [table] = /<details class="table.*?<\/details>/s.exec(figure)!;
  const words = (part: string) => part.replace(/<!--.*?-->|<[^>]+>/gs, '').trim();
  const [, body] = /<tbody>(.*)<\/tbody>/s.exec(table)!;
  return {
    sentence: words(/<p class="soft.*?<\/p>/s.exec(table)![0]),
    rows: [...body!.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => words(cell!)),
    ),
  };
}
