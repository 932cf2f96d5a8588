import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runPackage } from '../../scripts/steps.mjs';
import {
  codeBlocks,
  installModels,
  numbersIn,
  printedNumbers,
  runScript,
  servedFigure,
  type ServedFigure,
} from '../support/models-package.ts';
import { expect, test } from '@playwright/test';

/** The package of the models as others get it, and the scripts that work figures out again with it. */

// One installation serves all tests, so they stay in one worker.
test.describe.configure({ mode: 'default' });

const models = readdirSync('src/models').map((file) => basename(file, '.ts'));
const readme = readFileSync('unwatched-models/README.md', 'utf8');

let folder = '';
let packed: string[] = [];
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unwatched-models-'));
  packed = installModels(folder);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a script into the folder and runs it there. */
function run(name: string, script: string, ...args: string[]): Promise<string> {
  writeFileSync(join(folder, name), script);
  return runScript(folder, name, ...args);
}

test('the package holds each model with its types, and nothing else', () => {
  const built = models.flatMap((model) => [`dist/${model}.js`, `dist/${model}.d.ts`]);
  expect(packed).toEqual([...built, 'LICENSE', 'README.md', 'package.json'].sort());
  expect(readFileSync('unwatched-models/LICENSE', 'utf8')).toBe(readFileSync('LICENSE', 'utf8'));
});

test('its README names every model, and its examples print what it says', async () => {
  expect(models.filter((model) => !readme.includes(`\`${model}\``))).toEqual([]);
  const examples = codeBlocks(readme, 'js');
  expect(examples).toHaveLength(3);
  const sources = pathToFileURL(resolve('src/models')).href;
  const printed = await Promise.all(examples.map((example, i) => run(`example-${i}.mjs`, example)));
  expect(printed).toEqual(codeBlocks(readme, 'text'));
  // The same lines straight from the sources, which the Node of the project reads as they are.
  const fromSources = await Promise.all(
    examples.map((example, i) =>
      run(`source-${i}.mjs`, example.replace(/'unwatched-models\/(.*?)'/g, `'${sources}/$1.ts'`)),
    ),
  );
  expect(printed).toEqual(fromSources);
});

test('every module loads under plain Node and brings its types', async () => {
  const names = models.map(
    (model, i) => `import * as module${i} from 'unwatched-models/${model}';`,
  );
  const all = models.map((_, i) => `module${i}`).join(', ');
  const script = `${names.join('\n')}\nconsole.log([${all}].filter(Boolean).length);`;
  expect(await run('all.mjs', script)).toBe(`${models.length}\n`);

  const consumer = `${names.join('\n')}
import { cueModel } from 'unwatched-models/cue-model';
export const gap: number = cueModel({ tier: 'free' }).comply - cueModel({ tier: 'paid' }).comply;
// @ts-expect-error: there is no such tier.
cueModel({ tier: 'gold' });
export const modules = [${all}];
`;
  writeFileSync(join(folder, 'consumer.mts'), consumer);
  const checked = await runPackage('typescript:tsc', [
    ...['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext'],
    join(folder, 'consumer.mts'),
  ]);
  expect(checked).toBe(true);
});

type Cells = (figure: ServedFigure) => string[];

/** Cells of a table, row by row: some columns, counted from 0, of some rows. */
const cells =
  (columns: number[], from = 0, to = Infinity): Cells =>
  ({ rows }) =>
    rows.slice(from, to).flatMap((row) => columns.map((column) => row[column]!));

/** The page of each figure, and what of it a script works out again. */
const reproduced: Record<string, [page: string, ...parts: Cells[]]> = {
  'buoy-race': ['right-reward-wrong-goal', cells([0, 1, 2])],
  'coin-corridor': ['right-reward-wrong-goal', cells([0, 1, 2, 3, 4, 5, 6, 7], 0, 21)],
  'control-room': ['monitoring-and-control', cells([2, 3, 4, 5, 6, 7], 0, 14)],
  'crossed-objectives': ['crossed-objectives', cells([0, 1, 2, 3, 4, 5, 6])],
  'cue-lab': ['deciding-to-fake', cells([1, 2])],
  'cue-switch': ['two-faces', cells([3, 6])],
  'detection-lab': ['catching-a-faker', cells([0, 1, 2, 3, 4])],
  emergence: ['sudden-skills', cells([0, 1, 2, 3, 4, 5, 6, 7])],
  'experiment-replay': ['the-experiment', cells([1, 2, 3, 4, 5])],
  'hidden-reasoning': ['reasoning-we-cannot-read', cells([1, 2, 3, 4, 5, 6, 7, 8])],
  horizon: ['how-far-ahead', cells([1, 2, 3, 4, 5, 6], 2)],
  'oversight-game': ['the-oversight-game', cells([0, 1, 2])],
  'reward-trainer': ['learning-from-reward', cells([0, 1, 2, 3, 4, 5, 6, 7, 8])],
  'spot-the-test': ['does-it-know', cells([1, 2], 0, 1)],
  'time-limit': ['keeping-itself-going', cells([0, 3, 4, 5, 6])],
  'training-dynamics': [
    'training-a-faker',
    cells([0, 1, 3, 4, 5], 1, 14),
    cells([1, 2, 7], 18, 19),
  ],
  // Its table is the published one; the lines through it stand in the sentence, after the counts.
  'variation-atlas': [
    'model-psychology',
    ({ sentence }) => numbersIn(sentence).slice(2, 10).map(String),
  ],
};

/** Figures that show published rates, arguments or measures, and work nothing out. */
const nothingToWorkOut = ['deployment-checklist', 'exfiltration', 'worry-map'];

test('every figure that works something out has a script', () => {
  const figures = readdirSync('src/widgets').filter((name) => name !== 'parts');
  const scripts = readdirSync('src/lab/reproduce').map((file) => basename(file, '.mjs'));
  expect(Object.keys(reproduced).sort()).toEqual(scripts.sort());
  expect([...scripts, ...nothingToWorkOut].sort()).toEqual(figures.sort());
});

test('the scripts print the numbers of their figures, from the package alone', async () => {
  const table = resolve('dist/prompt-variations.csv');
  const outputs = await Promise.all(
    Object.keys(reproduced).map(async (name) => {
      const script = readFileSync(`src/lab/reproduce/${name}.mjs`, 'utf8');
      const imported = [...script.matchAll(/^(?:import|\}) .*?'(.*)';$/gm)].map(
        ([, from]) => from!,
      );
      const strangers = imported.filter(
        (from) => !from.startsWith('unwatched-models/') && from !== 'node:fs',
      );
      return { name, strangers, printed: await run(`${name}.mjs`, script, table) };
    }),
  );
  for (const { name, strangers, printed } of outputs) {
    const [page, ...parts] = reproduced[name]!;
    const figure = servedFigure(`lessons/${page}`, name);
    const shown = parts.flatMap((part) => part(figure)).flatMap(numbersIn);
    expect.soft(shown.length, name).toBeGreaterThan(1);
    expect.soft(printedNumbers(printed), name).toEqual(shown);
    expect.soft(strangers, name).toEqual([]);
  }
});
