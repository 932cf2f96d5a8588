import { csvParse } from 'd3';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fill } from '../../src/lib/fill.ts';
import { plainText } from '../../src/lib/inline.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import { readEntries } from '../../src/lib/read-course.ts';
import { measure as schema, measureEfforts, measureStages } from '../../src/schemas/measure.ts';
import { figureEvidence } from '../../src/schemas/tags.ts';
import { deploymentChecklist } from '../../src/schemas/ui/deployment-checklist.ts';
import {
  blank,
  blindCheck,
  checks,
  countStates,
  defaults,
  efforts,
  finding,
  linkSchema,
  nothingWritten,
  readingTexts,
  sentence,
  shownMeasures,
  stages,
  states,
  tableOf,
  type Measure,
  type State,
  type Written,
} from '../../src/widgets/deployment-checklist/deployment-checklist.ts';
import { toMarkdown, toSpreadsheet } from '../../src/widgets/deployment-checklist/export.ts';
import {
  isEmpty,
  largestCopy,
  longest,
  readCopy,
  toCopy,
  withEntry,
  withHead,
} from '../../src/widgets/deployment-checklist/written.ts';
import { escapeMarkdown } from '../../src/widgets/parts/markdown.ts';
import { readLink, writeLink } from '../../src/widgets/parts/link-state.ts';

const labels = deploymentChecklist.parse(
  parse(readFileSync('content/ui/en/deployment-checklist.yaml', 'utf8')),
);
const evidence = readEvidence();
const measures: Measure[] = [...readEntries('content', 'measures/en/measures.yaml', schema)].map(
  ([id, entry]) => ({
    ...{ id, title: entry.title, stage: entry.stage, effort: entry.effort, owner: entry.owner },
    why: [{ text: plainText(entry.why) }],
    steps: entry.steps.map((step) => [{ text: plainText(step) }]),
    misses: [{ text: plainText(entry.misses) }],
    evidence: entry.evidence.map((each) => ({ id: each, citation: each, href: '' })),
    lesson: { title: entry.lesson },
  }),
);
const of = (stage: string) => measures.filter((measure) => measure.stage === stage);
/** What an organisation has written that put these measures into a state. */
const having = (state: State, some: readonly Measure[], before: Written = nothingWritten) =>
  some.reduce((written, { id }) => withEntry(written, id, { state }), before);

describe('the measures', () => {
  it('are sixteen to twenty, in order, some without a published figure', () => {
    expect(measures.length).toBeGreaterThanOrEqual(16);
    expect(measures.length).toBeLessThanOrEqual(20);
    const order = measures.map(({ stage }) => stages.indexOf(stage));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(measures.some((measure) => measure.evidence.length === 0)).toBe(true);
  });

  it('have stages and efforts as the schema has them', () => {
    expect(stages).toEqual(measureStages);
    expect(efforts).toEqual(measureEfforts);
  });
});

describe('the finding', () => {
  it('says at first what the list rests on', () => {
    const backed = measures.filter((each) => each.evidence.length > 0).length;
    const total = measures.length;
    expect(finding(labels, measures, nothingWritten)).toBe(
      fill(labels.findingFresh, { total, backed, rest: total - backed }),
    );
  });

  it('counts what is in place among what applies, and names the gravest gap', () => {
    const some = having(
      'no',
      of('training').slice(0, 2),
      having('done', of('release').slice(0, 3)),
    );
    expect(finding(labels, measures, some)).toBe(
      fill(labels.findingSome, { done: 3, total: measures.length - 2, gap: labels.gaps.operation }),
    );
    const watched = having('done', of('operation').slice(0, 1), some);
    expect(finding(labels, measures, watched)).toContain(labels.gaps.found);
    const aside = having('no', of('found'), watched);
    expect(finding(labels, measures, aside)).toContain(labels.gaps.people);
  });

  it('has words for a beginning, for all, for one of each stage and for none', () => {
    const planned = having('planned', measures.slice(0, 2));
    expect(finding(labels, measures, planned)).toBe(
      fill(labels.findingStarted, { total: measures.length, planned: 2, doing: 0 }),
    );
    const first = stages.map((stage) => of(stage)[0]!);
    expect(finding(labels, measures, having('done', first))).toContain(labels.noGap);
    expect(finding(labels, measures, having('done', measures))).toBe(
      fill(labels.findingAll, { total: measures.length }),
    );
    expect(finding(labels, measures, having('no', measures))).toBe(labels.findingNone);
  });
});

describe('what is shown', () => {
  const some = having('done', of('release'), having('no', of('found')));

  it('follows each filter, and all together', () => {
    const ids = (change: Partial<typeof defaults>) =>
      shownMeasures(measures, some, { ...defaults, ...change } as typeof defaults);
    expect(ids({})).toEqual(measures);
    expect(ids({ stage: 'release' })).toEqual(measures);
    expect(ids({ effort: 'large' }).every(({ effort }) => effort === 'large')).toBe(true);
    expect(ids({ state: 'done' })).toEqual(of('release'));
    expect(ids({ state: 'open' })).toEqual(
      measures.filter(({ stage }) => stage !== 'release' && stage !== 'found'),
    );
    expect(ids({ effort: 'small', state: 'done' })).toEqual(
      of('release').filter(({ effort }) => effort === 'small'),
    );
  });

  it('is told in a sentence and in a table of all measures', () => {
    const counts = countStates(measures, some);
    expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(measures.length);
    const told = sentence(labels, measures, some, { ...defaults, state: 'done' });
    expect(told).toContain(`${labels.states.done} ${of('release').length}`);
    expect(told).toContain(fill('{shown} of them are listed.', { shown: of('release').length }));
    const { columns, rows } = tableOf(labels, measures, some);
    expect(rows).toHaveLength(measures.length);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows.filter((row) => row[4] === labels.states.no)).toHaveLength(of('found').length);
  });

  it('is a link that holds filters and nothing that was written', () => {
    const values = { stage: 'operation', effort: 'small', state: 'open' } as const;
    const link = writeLink('deployment-checklist', values, defaults);
    expect(readLink(link, 'deployment-checklist', linkSchema, [])).toEqual({
      kind: 'state',
      values,
    });
    for (const bad of ['stage=never', 'note=secret', 'state=']) {
      const reading = readLink(`#a?${bad}&end`, 'a', linkSchema, []);
      expect(reading.kind, bad).toBe('broken');
    }
  });
});

describe('the four checks', () => {
  const read = (id: string, name: string) => evidence.get(id)!.figures![name]!.value!;

  it('print what the source prints, and one of them sees nothing', () => {
    const texts = readingTexts({
      training: { value: read('G24-028', 'refuse_train') },
      tiers: { value: read('G24-028', 'gap') },
      reasoning: { value: read('G24-028', 'af') },
      chat: { value: read('G24-037', 'after'), before: read('G24-037', 'before') },
    });
    const printed = [...figureEvidence.DeploymentChecklist]
      .map((id) => evidence.get(id)!.printed)
      .join(' ');
    for (const text of Object.values(texts)) expect(printed).toContain(text);
    expect(read('G24-028', 'refuse_train')).toBe(0);
    expect(checks.filter((check) => check === blindCheck)).toHaveLength(1);
  });
});

describe('what is written', () => {
  it('leaves out entries that say nothing, and changes no other', () => {
    const one = withEntry(nothingWritten, 'reworded', { owner: 'Ada' });
    expect(one.entries).toEqual({ reworded: { ...blank, owner: 'Ada' } });
    expect(isEmpty(withEntry(one, 'reworded', { owner: '' }))).toBe(true);
    expect(nothingWritten.entries).toEqual({});
    expect(isEmpty(withHead(nothingWritten, { by: 'Bo' }))).toBe(false);
  });

  it('goes into a copy and comes back, also a measure that is no longer listed', () => {
    const written = withHead(
      withEntry(withEntry(nothingWritten, 'reworded', { due: '2027-02-28' }), 'long-gone', {
        note: 'kept',
      }),
      { organisation: 'Example' },
    );
    expect(readCopy(toCopy(written))).toEqual({ kind: 'read', written });
  });

  it.each([
    ['an unknown field', JSON.stringify({ ...nothingWritten, colour: 'red' }), 'colour'],
    ['an unknown state', copyWith({ state: 'perhaps' }), 'entries.reworded.state'],
    ['a day that is none', copyWith({ due: 'soon' }), 'entries.reworded.due'],
    ['a year of five digits', copyWith({ due: '12027-02-28' }), 'entries.reworded.due'],
    [
      'a note that is too long',
      copyWith({ note: 'x'.repeat(longest.note + 1) }),
      'entries.reworded.note',
    ],
    [
      'a key that is no id',
      toCopy(nothingWritten).replace('"entries": {}', '"entries": {"A b": {}}'),
      'entries.A b',
    ],
  ])('is refused as a whole where a copy holds %s', (_what, text, field) => {
    expect(readCopy(text)).toEqual({ kind: 'badCopy', field });
  });

  const withEntries = (entries: string) =>
    toCopy(nothingWritten).replace('"entries": {}', `"entries": ${entries}`);

  it.each([
    ['no JSON', 'organisation: Example', 'noCopy'],
    ['a copy that was cut off', toCopy(nothingWritten).slice(0, -3), 'noCopy'],
    ['notes from another figure', '{"figure":"worry-map","questions":[]}', 'noCopy'],
    ['a list', '[1, 2]', 'noCopy'],
    ['nothing', '', 'noCopy'],
    ['a key that every object has', withEntries('{"__proto__": {"state": "done"}}'), 'noCopy'],
    ['a key that stands twice', withEntries('{"a": 1, "a": 2}'), 'noCopy'],
    ['brackets without end', withEntries('['.repeat(200_000)), 'noCopy'],
    ['another version', '{"version":2,"head":{},"entries":[]}', 'otherVersion'],
  ])('is not taken from %s', (_what, text, kind) => {
    expect(readCopy(text)).toEqual({ kind });
  });

  it('fits into the largest copy with every field full', () => {
    const full = {
      ...blank,
      state: 'no' as const,
      reason: '“'.repeat(longest.reason),
      owner: '“'.repeat(longest.owner),
      due: '2027-02-28',
      note: '“'.repeat(longest.note),
    };
    const written = measures.reduce((all, { id }) => withEntry(all, id, full), nothingWritten);
    expect(new TextEncoder().encode(toCopy(written)).length).toBeLessThan(largestCopy);
  });
});

function copyWith(entry: Record<string, string>): string {
  return JSON.stringify({ ...nothingWritten, entries: { reworded: { ...blank, ...entry } } });
}

describe('the Markdown', () => {
  it('holds every measure, the head, and notes of many lines as quotations', () => {
    const written = withHead(
      withEntry(nothingWritten, 'reworded', {
        state: 'no',
        reason: 'we *use*\r\nan API',
        note: 'first\r\n\r\n# second\rthird',
      }),
      { organisation: 'Example\n# Ltd' },
    );
    const text = toMarkdown(labels, measures, written, 'Origin');
    for (const { title, owner } of measures) {
      expect(text).toContain(`### ${escapeMarkdown(title)}`);
      expect(text).toContain(owner);
    }
    expect(text).toContain(`- **${labels.organisation}:** Example # Ltd\n`);
    expect(text).toContain(`${labels.states.no}, ${labels.because} we \\*use\\* an API\n`);
    expect(text).toContain('\n> first\n>\n> \\# second\n> third\n');
    expect(text.match(/^# /gm)).toHaveLength(1);
    expect(text.match(/^## /gm)).toHaveLength(stages.length);
    expect(text).toContain(labels.noEvidence);
    expect(text.endsWith('Origin\n')).toBe(true);
  });

  it('ticks the steps of what is done, and of nothing else', () => {
    const written = having('done', of('found'), having('doing', of('release')));
    const text = toMarkdown(labels, measures, written, 'Origin');
    const steps = of('found').reduce((sum, { steps: own }) => sum + own.length, 0);
    expect(text.match(/^- \[x\] /gm)).toHaveLength(steps);
  });
});

describe('the spreadsheet', () => {
  it('gives back what was written, long and of many lines, and runs no formula', () => {
    const note = `He said "no",\n${'long '.repeat(390)}`.trim();
    const written = [
      ['reworded', { note }],
      ['clash-list', { note: '=HYPERLINK("http://evil")' }],
      ['cue-list', { owner: '@SUM(1)', note: ' \t-1+1' }],
      ['free-to-report', { owner: '＝1+1', note: '\r\n=1' }],
      ['retest', { owner: '+44 1', note: 'Müller – 100 €' }],
    ].reduce(
      (all, [id, change]) => withEntry(all, id as string, change as object),
      withHead(nothingWritten, { system: 'Chat, v2' }),
    );
    const text = toSpreadsheet(labels, measures, written);
    expect(text[0]).toBe('\uFEFF');
    const rows = csvParse(text.slice(1));
    expect(rows).toHaveLength(measures.length);
    const row = (id: string) => rows[measures.findIndex((each) => each.id === id)]!;
    expect(row('reworded')[labels.note]).toBe(note);
    expect(row('clash-list')[labels.note]).toBe(`'=HYPERLINK("http://evil")`);
    expect(row('cue-list')[labels.owner]).toBe("'@SUM(1)");
    expect(row('cue-list')[labels.note]).toBe("' \t-1+1");
    expect(row('retest')[labels.owner]).toBe("'+44 1");
    expect(row('free-to-report')[labels.owner]).toBe("'＝1+1");
    expect(row('free-to-report')[labels.note]).toBe("'\n=1");
    expect(row('retest')[labels.note]).toBe('Müller – 100 €');
    expect(row('retest')[labels.system]).toBe('Chat, v2');
    const cells = rows.flatMap((each) => Object.values(each));
    expect(cells.filter((cell) => /^\s*[=+@-]/.test(cell))).toEqual([]);
  });

  it('names a reason only where a measure is set aside', () => {
    const entry = { ...blank, reason: 'no weights' };
    const of = (state: State) =>
      csvParse(
        toSpreadsheet(
          labels,
          measures,
          withEntry(nothingWritten, 'reworded', { ...entry, state }),
        ).slice(1),
      ).find((row) => row[labels.measure] === 'Reword every test')![labels.reason];
    expect(of('no')).toBe('no weights');
    expect(of('planned')).toBe('');
    expect(states).toContain('planned');
  });
});
