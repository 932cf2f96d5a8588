import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageScript, projectNode, root } from '../../scripts/project.mjs';
import { contentCopy, type Change } from '../support/content-copy.ts';

const file = 'lessons/en/01-basic/01-two-faces.mdx';

test.each<[string, Change, string]>([
  [
    'bad frontmatter',
    { file, find: /\?$/m, put: '.' },
    `${file}: question: write the question so that it ends in a question mark.`,
  ],
  [
    'an unknown tag',
    { file, find: /\s*$/, put: '\n\n<Callout>Look.</Callout>\n' },
    'there is no tag <Callout>. A lesson may write Evidence, ',
  ],
  [
    'a missing evidence id',
    { file, find: /\s*$/, put: '\n\n<Evidence id="G24-999" />\n' },
    'there is no published figure “G24-999”.',
  ],
  [
    'an unknown prerequisite',
    { file, find: /^needs: .*$/m, put: 'needs: [no-such-lesson]' },
    `${file}: needs: there is no lesson “no-such-lesson”.`,
  ],
  [
    'an evidence entry that breaks its schema',
    { file: 'evidence/greenblatt2024.yaml', find: /^ {2}claim: .*\n/m, put: '' },
    'claim: say in `claim` what was found.',
  ],
])('%s stops the build with a sentence and before a page is written', async (_, change, says) => {
  const content = contentCopy([change]);
  const outDir = join(content, 'dist');
  const { code, output } = await build(content, outDir);
  expect(output).toContain(says);
  expect(code).not.toBe(0);
  expect(existsSync(outDir)).toBe(false);
});

/** Runs `astro build` to its end, on a content folder of its own. */
function build(content: string, outDir: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(projectNode(), [packageScript('astro'), 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', UNWATCHED_CONTENT: content },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
