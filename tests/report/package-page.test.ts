import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagePage } from '../../src/report/package-page.ts';
import type { ShellPlan } from '../../src/report/plan.ts';

const template = readFileSync('src/report/package-page.html', 'utf8');
const plan: ShellPlan = {
  standard: 'scorm12',
  page: 'site/assignment/index.html#assignment?title=A%26B&end',
  lessons: ['two-faces'],
  checks: [
    {
      id: 'two-faces/x',
      kind: 'single',
      stem: 'Is “</script><script>alert(1)” $& a %title%?',
      right: [1],
      tolerance: 0,
    },
  ],
  questions: [],
};
const pageOf = (changes: Partial<ShellPlan> = {}) =>
  packagePage(template, {
    title: '"Week" <2> & $& %plan%',
    plan: { ...plan, ...changes },
    script: 'shell.js',
  });

test('the page holds the plan and the title as they are, and nothing that ends their places', () => {
  const page = pageOf();
  const written = /<script type="application\/json" id="plan">([\s\S]*?)<\/script>/.exec(page)![1]!;
  expect(JSON.parse(written)).toEqual(plan);
  expect(page).toContain('<title>&quot;Week&quot; &lt;2&gt; &amp; $&amp; &#37;plan&#37;</title>');
  expect(page.match(/<script/g)).toHaveLength(2);
});

test('only the frame’s own host may be shown, and only cmi5 asks anyone', () => {
  expect(pageOf()).toContain("frame-src 'self'; connect-src 'none'");
  expect(pageOf({ page: 'https://example.org/a/assignment/#assignment?end' })).toContain(
    'frame-src https://example.org;',
  );
  expect(pageOf({ standard: 'cmi5' })).toContain('connect-src http: https:');
});
