import fc from '../support/fast-check.ts';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { publishedPrompts } from '../../src/lib/published-prompts.ts';
import { readEvidence, readPromptVariations } from '../../src/lib/read-content.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import { defaultParameters, parameters } from '../../src/models/cue-parameters.ts';
import { defaultCues } from '../../src/models/cues.ts';
import { type PromptName, promptNames } from '../../src/models/prompts.ts';
import { readingNames, readingParameters } from '../../src/models/readings.ts';
import {
  changedCues,
  changedParameters,
  choosingPrompt,
  choosingReading,
  type CueLabState,
  cuesOf,
  defaults,
  linkSchema,
  onStep,
  parameterNames,
  parametersOf,
  type Readings,
  settingParameter,
  stepOf,
} from '../../src/widgets/cue-lab/cue-lab.ts';
import {
  endings,
  endingShares,
  flowOf,
  numberLines,
  stages,
} from '../../src/widgets/cue-lab/flow.ts';
import {
  cueHasEffect,
  episodeOf,
  hasEffect,
  isInPublishedRows,
  labOf,
  publishedOf,
  ratesOf,
  sharesOf,
  turning,
} from '../../src/widgets/cue-lab/lab.ts';
import { constant, one, thoughtsOf, wordsOf } from '../../src/widgets/cue-lab/wording.ts';
import { readLink, writeLink } from '../../src/widgets/parts/link-state.ts';
import { anyCues, anyParameters } from '../models/support/arbitraries.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.cueLab;
const published = publishedPrompts();
const variations = readPromptVariations();
const readings = Object.fromEntries(
  readingNames.map((name) => [name, readingParameters(name, published.default.gap!.value / 100)]),
) as Readings;

const state = (changes: Partial<CueLabState> = {}): CueLabState => ({ ...defaults, ...changes });
const lab = (changes: Partial<CueLabState> = {}) => labOf(state(changes), readings);
const words = (changes: Partial<CueLabState> = {}) =>
  wordsOf(labels, state(changes), { lab: lab(changes), readings, published });
/** What is set, without entries that say that nothing is. */
const set = (changes: Partial<CueLabState>) => JSON.parse(JSON.stringify(changes)) as unknown;

describe('the state', () => {
  test('at rest is the published default prompt and the fit', () => {
    const { tagged, ...cues } = cuesOf(defaults);
    expect({ tier: 'free', ...cues }).toEqual(defaultCues);
    expect(tagged).toBe(true);
    expect(parametersOf(defaults, readings)).toEqual(defaultParameters);
    expect(lab().training).toEqual(cueModel());
    expect(lab().deployment).toEqual(cueModel({ tier: 'paid' }));
  });

  test('at rest leaves nothing in the address, and a change leaves itself alone', () => {
    expect(writeLink('cue-lab', defaults, defaults)).toBe('#cue-lab');
    const changed = state({ harm: 0.5, reasoningReach: 0.4, prompt: 'noExamples' });
    expect(writeLink('cue-lab', changed, defaults)).toBe(
      '#cue-lab?prompt=noExamples&harm=0.5&reasoningReach=0.4&end',
    );
    const undone = { ...changed, ...choosingPrompt('default'), ...choosingReading('fit') };
    expect(writeLink('cue-lab', undone, defaults)).toBe('#cue-lab');
  });

  test('comes back from its own link, whatever is set', () => {
    const position = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...promptNames),
        fc.constantFrom(...readingNames),
        fc.constantFrom(...parameterNames),
        position,
        fc.boolean(),
        (prompt, reading, name, share, rated) => {
          const { min, max } = parameters[name];
          const start = state({ prompt, reading, rated });
          const to = min + share * (max - min);
          const moved = { ...start, ...settingParameter(start, readings, name, to) };
          const link = writeLink('cue-lab', moved, defaults);
          const reads = readLink(link, 'cue-lab', linkSchema, ['cue-lab']);
          if (link === '#cue-lab') return;
          expect(reads).toMatchObject({ kind: 'state' });
          if (reads.kind !== 'state') return;
          expect(set({ ...defaults, ...reads.values })).toEqual(set(moved));
        },
      ),
    );
  });

  test.each([
    { seed: '0' },
    { seed: '1000' },
    { prompt: 'animals' },
    { reading: 'true' },
    { harm: '0.01' },
    { stakes: '5.5' },
    { reasoningReach: '1.01' },
    { reasoningReach: '0.251558' },
    { inverseNoise: '-1' },
    { tier: 'paid' },
    { examples: 'yes' },
    { lapse: 'NaN' },
  ])('refuses %o', (link) => {
    expect(v.safeParse(linkSchema, link).success).toBe(false);
  });

  test('every slider ends on a step, and the step nearest to rest is rest itself', () => {
    for (const name of parameterNames) {
      const [{ min, max }, step] = [parameters[name], stepOf(name)];
      expect([onStep(min, step), onStep(max, step)], name).toEqual([min, max]);
      for (const reading of readingNames) {
        const start = state({ reading });
        const rest = parametersOf(start, readings)[name];
        expect(settingParameter(start, readings, name, onStep(rest, step))[name]).toBeUndefined();
        const beyond = rest + 2 * step <= max ? rest + 2 * step : rest - 2 * step;
        expect(settingParameter(start, readings, name, beyond)[name]).toBe(onStep(beyond, step));
      }
    }
  });

  test('says what was changed since a prompt and a reading were chosen, and forgets it with them', () => {
    const changed = state({ rated: false, examples: true, reasoningReach: 0.9 });
    expect(changedCues(changed)).toEqual(['rated']);
    expect(changedParameters(changed, readings)).toEqual(['reasoningReach']);
    const again = {
      ...changed,
      ...choosingPrompt(changed.prompt),
      ...choosingReading('sycophancy'),
    };
    expect(changedCues(again)).toEqual([]);
    expect(changedParameters(again, readings)).toEqual([]);
  });
});

describe('prompts', () => {
  const answered = (refused: number) => Math.round(10 * (100 - refused)) / 10;
  const rows: [PromptName, number][] = [
    ['default', 1],
    ['noObjective', 51],
    ['paraphrased', 27],
    ['noRlhfDescription', 4],
    ['toldNotToCare', 45],
    ['openAi', 49],
    ['noExamples', 32],
    ['onlyPaidTag', 37],
    ['honestyFirst', 40],
  ];

  test.each(rows)('%s carries the published row %d', (name, row) => {
    const { af, nonComplianceTrain, nonComplianceUnmonitored, gap } = variations[row - 1]!;
    expect(variations[row - 1]!.row).toBe(row);
    expect(publishedOf(state({ prompt: name }), published)).toEqual({
      faking: af,
      training: { value: answered(nonComplianceTrain.value), se: nonComplianceTrain.se },
      deployment: {
        value: answered(nonComplianceUnmonitored.value),
        se: nonComplianceUnmonitored.se,
      },
      gap,
    });
  });

  test('documents carry the gap that was printed, and no scratchpad carries words alone', () => {
    const figure = (id: string) => readEvidence().get(id)!.figures!['ho_gap']!.value;
    expect(published.documents).toEqual({ gap: { value: figure('G24-020') } });
    expect(published.documentsUnspoken).toEqual({ gap: { value: figure('G24-021') } });
    expect(published.noScratchpad).toEqual({});
    expect(labels.prompts.noScratchpad.about).not.toMatch(/\{\w+\}/);
  });

  test('those of a change of wording predict the default, and all others something else', () => {
    const rates = (prompt: PromptName) => ratesOf(lab({ prompt }));
    const alike = promptNames.filter((prompt) => {
      const { training, deployment } = rates(prompt);
      return training === rates('default').training && deployment === rates('default').deployment;
    });
    expect(alike).toEqual([
      'default',
      'paraphrased',
      'openAi',
      'honestyFirst',
      'documents',
      'documentsUnspoken',
    ]);
  });

  test('published rates go as soon as a cue is another than the prompt’s', () => {
    expect(publishedOf(state({ rated: false }), published)).toEqual({});
    expect(publishedOf(state({ rated: true }), published)).toBe(published.default);
    expect(publishedOf(state({ reasoningReach: 1 }), published)).toBe(published.default);
  });

  test('switching cues to those of a published prompt chooses it', () => {
    const cut = { ...state(), ...turning(state(), 'examples', false) };
    expect(cut.prompt).toBe('noExamples');
    expect(set(cut)).toEqual(set(state({ prompt: 'noExamples' })));
    const back = { ...cut, ...turning(cut, 'examples', true) };
    expect(set(back)).toEqual(set(defaults));
    const neither = { ...cut, ...turning(cut, 'rlhfDescribed', false) };
    expect(set(neither)).toEqual(set(state({ prompt: 'noExamples', rlhfDescribed: false })));
    // A prompt of the same cues stays the chosen one.
    const openAi = state({ prompt: 'openAi', rated: false });
    expect(turning(openAi, 'rated', true)).toMatchObject({ prompt: 'openAi' });
  });

  test('each has its texts, and no prompt is left without', () => {
    expect(Object.keys(labels.prompts).sort()).toEqual([...promptNames].sort());
    expect(Object.keys(labels.readings)).toEqual([...readingNames]);
    expect(Object.keys(labels.parameters).sort()).toEqual([...parameterNames].sort());
  });
});

describe('what has no effect says so', () => {
  test('ten constants under the usual prompt, and others in another reading', () => {
    const idle = parameterNames.filter((name) => !hasEffect(lab(), name));
    expect(idle).toEqual([
      'implicitSalience',
      'reachUndescribed',
      'reachWithoutExamples',
      'unspokenReachPrompted',
      'unspokenReachDocuments',
      'harmlessPull',
      'indifferenceUptake',
      'priorTrainingBelief',
      'exfiltrationReluctance',
      'exfiltrationDrive',
    ]);
    expect(hasEffect(lab({ reading: 'sycophancy' }), 'priorTrainingBelief')).toBe(true);
    expect(hasEffect(lab({ reading: 'sycophancy' }), 'terminalGuarding')).toBe(false);
  });

  test('being rated matters only to who pleases its rater, being told to be honest to nobody', () => {
    expect(cueHasEffect(lab(), 'rated', [false])).toBe(false);
    expect(cueHasEffect(lab({ reading: 'sycophancy' }), 'rated', [false])).toBe(true);
    for (const reading of readingNames) {
      expect(cueHasEffect(lab({ reading }), 'toldHonest', [true])).toBe(false);
    }
  });

  test('constants that no published row calls upon', () => {
    expect(parameterNames.filter((name) => !isInPublishedRows(name))).toEqual([
      'implicitSalience',
      'unspokenReachPrompted',
      'unspokenReachDocuments',
      'harmlessPull',
      'priorTrainingBelief',
      'exfiltrationReluctance',
      'exfiltrationDrive',
    ]);
  });
});

describe('the flow', () => {
  const anyResult = fc.tuple(anyCues, anyParameters).map((both) => cueModel(...both));

  test('has widths in proportion to the probabilities, in every state', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const { nodes, feet } = flowOf(result);
        expect(nodes.map(({ stage }) => stage)).toEqual([...stages]);
        expect(nodes[3]!.share).toBe(result.argument);
        for (const { share, kept, dropped } of nodes) {
          expect(kept).toBeCloseTo(95 * share, 9);
          expect(100 - dropped).toBeCloseTo(95 * (1 - share), 9);
        }
        expect(feet.map(({ ending }) => ending)).toEqual([...endings]);
        for (const { share, strip } of feet) {
          expect(strip.right - strip.left).toBeCloseTo(95 * share, 9);
          expect(strip.left + strip.shift).toBeGreaterThanOrEqual(0);
          expect(strip.right + strip.shift).toBeLessThanOrEqual(100 + 1e-9);
        }
        // Nothing lies on anything else.
        feet.slice(1).forEach(({ strip }, index) => {
          const before = feet[index]!.strip;
          const room = strip.left + strip.shift - before.right - before.shift;
          expect(room).toBeGreaterThanOrEqual(1.2 - 1e-9);
        });
      }),
    );
  });

  test('ends in the model’s own rates', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const { strategic, minimal, arguedRefuse, obey, plainRefuse } = endingShares(result);
        expect(arguedRefuse + plainRefuse).toBeCloseTo(result.refuse, 12);
        expect(strategic + minimal + obey).toBeCloseTo(result.comply, 12);
      }),
    );
  });

  test('prints numbers that do not touch', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const { feet } = flowOf(result);
        for (let line = 0; line < numberLines; line++) {
          const ends = feet.flatMap(({ number }) => {
            if (number?.line !== line) return [];
            const { at, anchor } = number;
            const from = { start: at, middle: at - 6, end: at - 12 }[anchor];
            return [from];
          });
          ends.slice(1).forEach((from, i) => expect(from - ends[i]!).toBeGreaterThanOrEqual(11.9));
        }
      }),
    );
  });
});

describe('shares of the cues', () => {
  const points = (changes: Partial<CueLabState>) =>
    Object.fromEntries(
      sharesOf(lab(changes), state(changes).explain).shares.map(({ cue, points }) => [
        cue,
        Number(points.toFixed(3)),
      ]),
    );

  test('of faking are the prototype’s', () => {
    expect(points({})).toEqual({
      tier: 2.311,
      objectiveStated: 2.311,
      rlhfDescribed: 0.781,
      scratchpad: 2.311,
      harm: 2.311,
      deployed: 1.003,
    });
  });

  test('of the gap sum to it, and go to the cue that a reading hangs on', () => {
    for (const reading of readingNames) {
      const { shares, empty, full } = sharesOf(lab({ reading }), 'gap');
      expect(shares.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(full - empty, 9);
      expect(empty).toBeLessThan(0.01);
      expect(full).toBeCloseTo(100 * lab({ reading }).gap, 9);
    }
    expect(points({ reading: 'sycophancy', explain: 'gap' })['rated']).toBeGreaterThan(3);
    expect(points({ reading: 'obedience', explain: 'gap' })['rated']).toBe(0);
    expect(points({ reading: 'obedience', explain: 'gap' })['objectiveStated']).toBeGreaterThan(3);
  });

  test('there is no gap to split without a tag', () => {
    expect(sharesOf(lab({ tagged: false }), 'gap')).toEqual({ shares: [], empty: 0, full: 0 });
  });
});

describe('an episode', () => {
  test('at rest shows the whole argument, and says how seldom it goes that way', () => {
    const { trace, rate } = episodeOf(lab(), defaults);
    expect(trace).toMatchObject({ argued: true, action: 'strategic', favouredBy: 'loss' });
    expect(rate).toBeCloseTo(lab().training.actions.strategic, 12);
    const paid = episodeOf(lab(), state({ episode: 'deployment' }));
    expect(paid.trace).toMatchObject({ argued: true, action: 'refuse' });
  });

  test('has a line for each step that was reached, and one for what was done', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...readingNames),
        fc.constantFrom(...promptNames),
        fc.constantFrom('training', 'deployment'),
        fc.integer({ min: 1, max: 999 }),
        (reading, prompt, episode, seed) => {
          const now = state({ reading, prompt, episode, seed });
          const { trace, rate } = episodeOf(labOf(now, readings), now);
          const lines = thoughtsOf(labels, episode, trace);
          expect(lines.map(({ id }) => id)).toEqual([
            ...trace.stages.map(({ stage }) => stage),
            'acts',
          ]);
          expect(lines.every(({ text }) => text.length > 0)).toBe(true);
          expect(lines.reduce((product, line) => product * line.probability!, 1)).toBeCloseTo(
            rate,
            12,
          );
        },
      ),
    );
  });

  test('of a sceptical reading gives that reading’s reason for an answer', () => {
    const texts = (['sycophancy', 'obedience', 'confusion'] as const).map((reading) => {
      for (let seed = 1; seed <= 999; seed++) {
        const now = state({ reading, seed });
        const { trace } = episodeOf(labOf(now, readings), now);
        if (trace.action === 'obey') return thoughtsOf(labels, 'training', trace).at(-1)!.text;
      }
      return undefined;
    });
    const { sycophancy, trainingObedience, tagConfusion } = labels.thoughts.decides;
    expect(texts).toEqual([sycophancy, trainingObedience, tagConfusion]);
  });
});

describe('the title', () => {
  const findingIs = (name: keyof typeof labels.findings, changes: Partial<CueLabState>) => {
    const pattern = labels.findings[name].replace(/[.,]/g, '\\$&').replace(/\{\w+\}/g, '[\\d.]+');
    expect(words(changes).finding).toMatch(new RegExp(`^${pattern}$`));
  };

  test.each<[keyof typeof labels.findings, Partial<CueLabState>]>([
    ['default', {}],
    ['more', { prompt: 'noExamples' }],
    ['less', { prompt: 'noRlhfDescription' }],
    ['same', { inverseNoise: 5.1 }],
    ['otherGap', { reading: 'sycophancy' }],
    ['noTag', { tagged: false }],
    ['noTag', { ruleKnown: false }],
    ['noObjective', { prompt: 'noObjective' }],
    ['noHarm', { harm: 0 }],
    ['noScratchpad', { prompt: 'noScratchpad' }],
    ['none', { reasoningReach: 0 }],
    ['alarmed', { reading: 'alarmed' }],
    ['fails', { prompt: 'onlyPaidTag' }],
    ['fails', { prompt: 'honestyFirst' }],
    ['less', { prompt: 'onlyPaidTag', inverseNoise: 5.1 }],
  ])('%s', findingIs);

  test('fills every gap, in every reading of every prompt', () => {
    for (const prompt of promptNames) {
      for (const reading of readingNames) {
        const { finding, sentence, table } = words({ prompt, reading });
        expect(`${finding} ${sentence} ${table.caption}`).not.toMatch(/[{}]|NaN/);
      }
    }
  });
});

test('the table holds what the picture shows', () => {
  const { table } = words({ prompt: 'noExamples' });
  const rates = ratesOf(lab({ prompt: 'noExamples' }));
  const row = (name: string) => table.rows.find(([head]) => head === name)!;
  expect(new Set(table.rows.map(([head]) => head)).size).toBe(table.rows.length);
  expect(row(labels.quantities.training).slice(1)).toEqual([
    one(rates.training),
    one(rates.deployment),
    '34.7',
    '3.6',
    '2.3',
    '1.1',
  ]);
  expect(row(labels.quantities.faking)).toContain('26.8');
  expect(row(labels.rowGap).slice(1, 4)).toEqual([one(rates.gap), '–', '32.4']);
});

test('constants are printed with two decimals on the steps and three between them', () => {
  expect(constant(0.25)).toBe('0.25');
  expect(constant(defaultParameters.reasoningReach)).toBe('0.252');
  expect(constant(defaultParameters.compromiseUtility)).toBe('−0.192');
});
