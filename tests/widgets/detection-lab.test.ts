import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/lib/read-content.ts';
import { fisherPower } from '../../src/models/fisher-exact.ts';
import { mcnemarPower } from '../../src/models/mcnemar.ts';
import { beliefCurves } from '../../src/widgets/detection-lab/beliefs.ts';
import {
  approximatePower,
  chainOf,
  exactOrder,
  gapOf,
  longestExact,
  promptsNeeded,
} from '../../src/widgets/detection-lab/design.ts';
import {
  defaultsFrom,
  linkSchemaFor,
  panels,
  promptStep,
  promptSteps,
  type LabState,
  type Published,
} from '../../src/widgets/detection-lab/detection-lab.ts';
import { leakRow } from '../../src/widgets/detection-lab/leak.ts';
import { planMarkdown, planOf } from '../../src/widgets/detection-lab/plan.ts';
import { lookingAt, testRun } from '../../src/widgets/detection-lab/runs.ts';
import { tableOf } from '../../src/widgets/detection-lab/table.ts';
import { finding, sentence } from '../../src/widgets/detection-lab/wording.ts';
import { jobs } from '../../src/workers/detection-lab.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.detectionLab;
const figure = (id: string, name = 'value') => readEvidence().get(id)!.figures![name]!;
const published: Published = {
  training: figure('G24-001').value!,
  use: figure('G24-002').value!,
  gap: figure('G24-004').value!,
  se: figure('G24-004').se!,
  recognition: [
    { id: 'chatLow', area: figure('SA-002', 'chat').low! },
    { id: 'chatHigh', area: figure('SA-002', 'chat').high! },
    { id: 'best', area: figure('SA-001', 'model').value! },
    { id: 'people', area: figure('SA-001', 'human').value! },
    { id: 'agentic', area: figure('SA-002', 'agentic').value! },
  ],
  judge: figure('H25-001', 'new').value!,
};
const defaults = defaultsFrom(published);
const linkSchema = linkSchemaFor(defaults);
const state = (change: Partial<LabState> = {}): LabState =>
  ({ ...defaults, ...change }) as LabState;
const unseen = { recognition: 50 };

describe('the address', () => {
  it('gives the state at rest where it says nothing, and the one it names', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    const named = {
      panel: 'bayes',
      training: 1000,
      use: 0,
      prompts: 20_000,
      paired: true,
      alike: 50,
      judged: true,
      judge: 62,
      alarms: 0,
      recognition: 99,
      agent: 'soft',
      criterion: -20,
      alpha: '1',
      power: '95',
      clean: 30,
      extra: 60,
      seed: 999,
    };
    const texts = Object.fromEntries(Object.entries(named).map(([k, value]) => [k, String(value)]));
    expect(v.parse(linkSchema, texts)).toEqual(named);
  });

  it.each([
    { panel: 'all' },
    { training: '1001' },
    { use: '-1' },
    { prompts: '4' },
    { prompts: '20001' },
    { paired: 'yes' },
    { recognition: '100' },
    { agent: 'sly' },
    { criterion: '21' },
    { alpha: '0.05' },
    { power: '50' },
    { clean: '0' },
    { seed: '1000' },
    { colour: 'red' },
  ])('refuses %j', (values) => {
    expect(v.safeParse(linkSchema, values).success).toBe(false);
  });

  it('takes the published rates and area for the state at rest', () => {
    expect(defaults).toMatchObject({ training: 142, use: 28, recognition: 83, judge: 92 });
  });
});

describe('the numbers of prompts on offer', () => {
  it('rise in small steps from 10 to 20,000, with round ones among them', () => {
    expect(promptSteps[0]).toBe(10);
    expect(promptSteps.at(-1)).toBe(20_000);
    for (const [at, n] of promptSteps.slice(1).entries()) {
      expect(n).toBeGreaterThan(promptSteps[at]!);
      expect(n / promptSteps[at]!).toBeLessThan(1.25);
    }
  });

  it('find the nearest step to any number', () => {
    expect(promptSteps[promptStep(5)]).toBe(10);
    expect(promptSteps.map((n) => promptStep(n))).toEqual(promptSteps.map((_, step) => step));
    expect(Math.abs(Math.log(promptSteps[promptStep(1173)]! / 1173))).toBeLessThan(0.06);
  });
});

describe('the chain from the real gap to the table', () => {
  it('loses nothing where nothing hides and nothing errs', () => {
    const { real, printed, share, multiplier } = chainOf(state(unseen));
    expect(share).toBeCloseTo(1, 12);
    expect(multiplier).toBeCloseTo(1, 12);
    expect(printed.training).toBeCloseTo(real.training, 12);
    expect(gapOf(printed)).toBeCloseTo(0.114, 12);
  });

  it.each([
    [71, 0.5332, 0.7636, 421],
    [77, 0.43, 0.6402, 677],
    [83, 0.3332, 0.5073, 1173],
    [92, 0.1908, 0.2934, 3780],
    [95, 0.1395, 0.2141, 7208],
  ])('leaves the parts of the table at an AUC of 0.%i', (recognition, threshold, soft, needed) => {
    const row = leakRow(state(), recognition / 100);
    expect(row.threshold).toBeCloseTo(threshold, 4);
    expect(row.soft).toBeCloseTo(soft, 4);
    expect(row.needed).toBe(needed);
    expect(chainOf(state({ recognition })).share).toBeCloseTo(threshold, 4);
    expect(chainOf(state({ recognition, agent: 'soft' })).share).toBeCloseTo(soft, 4);
  });

  it('moves the unmonitored arm alone, and the classifier moves both', () => {
    const { real, shown, printed } = chainOf(state({ judged: true, judge: 92, alarms: 5 }));
    expect(shown.training).toBe(real.training);
    expect(gapOf(shown)).toBeCloseTo(0.038, 3);
    // Caught .6339 at five false alarms of a hundred.
    expect(gapOf(printed) / gapOf(shown)).toBeCloseTo(0.6339 - 0.05, 4);
    expect(printed.training).toBeCloseTo(0.05 + (0.6339 - 0.05) * 0.142, 4);
  });

  it('shows more where the threshold is laxer for real use too, and never more than all', () => {
    const shares = [-20, 0, 20].map((criterion) => chainOf(state({ criterion })).share);
    expect(shares[0]).toBeLessThan(shares[1]!);
    expect(shares[1]).toBeLessThan(shares[2]!);
    expect(shares[2]).toBeLessThan(1);
  });
});

describe('size and power', () => {
  it('needs what the formula says, and ten times that with the leak', () => {
    const { real, shown } = chainOf(defaults);
    expect(promptsNeeded(defaults, real)).toBe(93);
    expect(promptsNeeded(state({ power: '95' }), real)).toBe(153);
    expect(promptsNeeded(defaults, shown)).toBe(1173);
  });

  it('needs fewer pairs the more alike they are, and reaches the power just there', () => {
    const pairs = (alike: number) => state({ ...unseen, paired: true, alike });
    const needed = [0, 50, 100].map((alike) => {
      const { real } = chainOf(pairs(alike));
      const n = promptsNeeded(pairs(alike), real);
      expect(approximatePower(pairs(alike), real, n)).toBeGreaterThanOrEqual(0.8);
      expect(approximatePower(pairs(alike), real, n - 1)).toBeLessThan(0.8);
      return n;
    });
    expect(needed[1]).toBeLessThan(needed[0]!);
    expect(needed[2]).toBeLessThan(needed[1]!);
  });

  it('never gets there without a gap', () => {
    for (const paired of [false, true]) {
      const none = state({ training: 100, use: 100, paired });
      expect(promptsNeeded(none, chainOf(none).real)).toBe(Infinity);
    }
  });
});

const run = (order: ReturnType<typeof exactOrder>) => {
  const job = jobs.exact(order);
  const frames: number[] = [];
  for (;;) {
    const step = job.next();
    if (step.done) return { points: step.value.points, frames };
    if (step.value) frames.push(step.value.points.length);
  }
};

describe('the exact powers', () => {
  const short = { ...exactOrder(defaults), sizes: [93, 100, 20] };

  it('are Fisher’s, in the order asked, one frame a size', () => {
    const { points, frames } = run(short);
    expect(points.map(({ prompts }) => prompts)).toEqual([93, 100, 20]);
    expect(frames).toEqual([1, 2, 3]);
    expect(points[0]!.real).toBeCloseTo(0.763846, 6);
    expect(points[1]!.real).toBeCloseTo(0.801132, 6);
    const [first, second] = short.printed;
    expect(points[2]!.printed).toBe(fisherPower({ first, second, perArm: 20, alpha: 0.05 }));
  });

  it('are McNemar’s where prompts are paired', () => {
    const { points } = run({ ...short, paired: true, likeness: 1, sizes: [60] });
    const plan = { onlyFirst: 0.142 - 0.028, onlySecond: 0, pairs: 60, alpha: 0.05 };
    expect(points[0]!.real).toBeCloseTo(mcnemarPower(plan), 12);
  });

  it('begin with the design, unless it is too long', () => {
    expect(exactOrder(state({ prompts: 137 })).sizes[0]).toBe(137);
    expect(Math.max(...exactOrder(state({ prompts: 20_000 })).sizes)).toBe(longestExact);
  });
});

describe('one run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(testRun(defaults)).toEqual(testRun(defaults));
    const seeds = Array.from(
      { length: 20 },
      (_, i) => testRun(state({ seed: i + 1 })).training.yes,
    );
    expect(new Set(seeds).size).toBeGreaterThan(5);
  });

  it.each([{}, { paired: true, alike: 80 }])('draws from the printed rates: %j', (change) => {
    const large = state({ ...change, prompts: 20_000 });
    const { printed } = chainOf(large);
    const { training, unmonitored } = testRun(large);
    expect(Math.abs(training.yes / 20_000 - printed.training)).toBeLessThan(0.01);
    expect(Math.abs(unmonitored.yes / 20_000 - printed.unmonitored)).toBeLessThan(0.01);
  });

  it('reports a gap about as often as its power says', () => {
    const design = state({ ...unseen, prompts: 60 });
    const seen = Array.from({ length: 400 }, (_, i) => testRun({ ...design, seed: i + 1 }));
    const share = seen.filter(({ reported }) => reported).length / 400;
    const power = fisherPower({ first: 0.142, second: 0.028, perArm: 60, alpha: 0.05 });
    expect(Math.abs(share - power)).toBeLessThan(0.08);
  });

  it('has beliefs with their peaks at the counted shares', () => {
    const drawn = testRun(state({ ...unseen, prompts: 200 }));
    const curves = beliefCurves(drawn);
    for (const arm of ['training', 'unmonitored'] as const) {
      const [along] = curves[arm].reduce((best, point) => (point[1] > best[1] ? point : best));
      const peak = curves.from + along * (curves.to - curves.from);
      expect(Math.abs(peak - drawn[arm].yes / 200)).toBeLessThan(0.005);
      expect(curves[arm].every(([, height]) => height >= 0 && height <= 1)).toBe(true);
    }
  });
});

describe('looking as one goes', () => {
  it('keeps its promises with room to spare, and takes longer than promised', () => {
    const { exact, promised, bounds, walks } = lookingAt(state({ power: '90' }));
    expect(bounds.high).toBeCloseTo(2.89037, 5);
    expect(bounds.low).toBeCloseTo(-2.25129, 5);
    expect(promised.low).toBeCloseTo(27.96, 2);
    expect(promised.high).toBeCloseTo(16.45, 2);
    expect(exact.low.high).toBeLessThan(0.05);
    expect(exact.low.replies).toBeGreaterThan(promised.low);
    for (const walk of Object.values(walks)) {
      expect(walk[0]).toBe(0);
      const inside = walk.slice(0, -1);
      expect(inside.every((at) => at > bounds.low && at < bounds.high)).toBe(true);
      const last = walk.at(-1)!;
      expect(last >= bounds.high || last <= bounds.low).toBe(true);
    }
  });
});

describe('the longest runs', () => {
  const slow = { clean: 30, extra: 5, alpha: '1', power: '95', panel: 'looking' } as const;

  it('are followed while the page waits, and their table keeps both ends and stays short', () => {
    const { clean, faking } = lookingAt(state(slow)).walks;
    expect(Math.max(clean.length, faking.length)).toBeGreaterThan(500);
    const { rows } = tableOf(labels, state(slow), published, []);
    expect(rows.length).toBeLessThan(205);
    const reads = rows.map(([read]) => read);
    expect(reads).toContain(clean.length - 1);
    expect(reads).toContain(faking.length - 1);
  });

  it('are not followed twice for one state, and anew for another', () => {
    expect(lookingAt(state(slow))).toBe(lookingAt(state({ ...slow })));
    const one = lookingAt(state(slow));
    expect(lookingAt(state({ ...slow, seed: 13 }))).not.toEqual(one);
    expect(testRun(state({ seed: 3 }))).toBe(testRun(state({ seed: 3 })));
  });
});

describe('what is said', () => {
  const exact = run({ ...exactOrder(defaults), sizes: [100] }).points;

  it('has a finding of its own for each kind of state', () => {
    const found = [
      finding(labels, defaults, exact),
      finding(labels, state({ ...unseen, prompts: 200 }), []),
      finding(labels, state({ prompts: 20 }), []),
      finding(labels, state({ ...unseen, judged: true, judge: 60 }), exact),
      finding(labels, state({ use: 142 }), []),
      finding(labels, state({ panel: 'leak' }), []),
      finding(labels, state({ panel: 'leak', ...unseen }), []),
      finding(labels, state({ panel: 'looking' }), []),
      finding(labels, state({ panel: 'bayes' }), []),
      finding(labels, state({ panel: 'own' }), []),
    ];
    expect(new Set(found).size).toBe(Object.keys(labels.findings).length);
    expect(found.join()).not.toMatch(/[{}]/);
    expect(found[0]).toContain('80 of 100');
    expect(found[5]).toContain('67 of 100');
  });

  it.each(panels)('tells the state in a sentence and in a table: %s', (panel) => {
    for (const change of [{}, { paired: true, judged: true }, { training: 0, use: 0 }]) {
      const shown = state({ panel, ...change });
      expect(sentence(labels, shown, exact)).not.toMatch(/[{}]|NaN|Infinity|undefined/);
      const { caption, columns, rows } = tableOf(labels, shown, published, exact);
      expect(caption).not.toMatch(/[{}]/);
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
      expect(rows.flat().join()).not.toMatch(/NaN|Infinity|undefined/);
      expect(new Set(rows.map(([head]) => head)).size).toBe(rows.length);
    }
  });

  it('leaves exact powers empty where they have not been worked out', () => {
    const { rows } = tableOf(labels, defaults, published, exact);
    expect(rows.find(([n]) => n === 100)).toEqual([100, '82.9', '12.9', '80.1', '9.1']);
    expect(rows.find(([n]) => n === 200)!.slice(3)).toEqual(['', '']);
  });
});

describe('the plan', () => {
  const text = (change: Partial<LabState> = {}, link = 'https://example.org/#x') =>
    planMarkdown(labels, planOf(labels, state(change), published, []), link);

  it('has its parts in their order, whatever the design', () => {
    const headings = [
      labels.plan.hypotheses,
      labels.plan.design,
      labels.plan.recognition,
      labels.plan.stop,
      labels.plan.change,
      labels.plan.seed,
    ];
    for (const change of [{}, { paired: true, judged: true, ...unseen }, { use: 142 }]) {
      const plan = text(change);
      expect(plan.match(/^## .*/gm)).toEqual(headings.map((heading) => `## ${heading}`));
      expect(plan).not.toMatch(/[{}]|NaN|Infinity|undefined/);
    }
  });

  it('says what follows from a null result, by whether the test can bear it', () => {
    expect(text()).toContain(labels.plan.noGapWeak);
    expect(text()).toContain(labels.plan.short);
    const able = text({ ...unseen, prompts: 300 });
    expect(able).not.toContain(labels.plan.noGapWeak);
    expect(able).not.toContain(labels.plan.short);
    expect(able).toContain(labels.plan.unrecognised);
  });

  it('claims the published rates for those alone', () => {
    expect(text()).toContain('Greenblatt');
    expect(text({ use: 29 })).not.toContain('Greenblatt');
  });

  it('names test, size, seed and link', () => {
    const plan = text({ paired: true, seed: 77, prompts: 1234 });
    expect(plan).toContain('1,234');
    expect(plan).toContain('2,468');
    expect(plan).toContain(labels.chart.mcnemar);
    expect(plan).toContain('77');
    expect(plan).toContain('<https://example.org/#x>');
  });

  it('lets no text through as markup', () => {
    const [part] = planOf(labels, defaults, published, []);
    const plan = planMarkdown(labels, [{ heading: '# a', items: ['*b* <c> [d]'] }, part!], 'x');
    expect(plan).toContain('## \\# a');
    expect(plan).toContain('- \\*b\\* \\<c\\> \\[d\\]');
  });
});
