import { z } from 'astro/zod';

/**
 * How a figure is printed.
 * `full`: value and unit · `bare`: value alone · `rounded`: nearest whole number and unit ·
 * `in-hundred`: "14 of 100" · `one-in`: "about 1 in 7".
 */
export const figureForm = z.enum(['full', 'bare', 'rounded', 'in-hundred', 'one-in']);
export type FigureForm = z.infer<typeof figureForm>;

const id = z.string().min(1);

/** Tags that print words and numbers, with the attributes each may carry. */
export const proseTags = {
  /** A published figure with its unit and citation; "as reported by" where the source is secondary. */
  Evidence: z.strictObject({
    /** Id in content/evidence, such as G24-001. */
    id,
    /** Which figure of the entry; an entry with one figure calls it `value`. */
    figure: z.string().default('value'),
    form: figureForm.default('full'),
  }),
  /** A number computed by our model while the site is built. */
  Model: z.strictObject({
    /** Key of the number, such as `default.gap`; see src/lib/model-figures/. */
    of: id,
    form: figureForm.default('full'),
  }),
  /** A margin note with a reference. Stands at the end of a paragraph. */
  Cite: z.strictObject({
    /** Key in content/sources.bib. */
    source: id,
    /** Where in the source: a section, table or page. */
    at: z.string().default(''),
  }),
  /** A technical term, at its first mention in a lesson. */
  Term: z.strictObject({
    /** Id in content/glossary. */
    id,
  }),
  /** The *You may have read* box. */
  ClaimCheck: z.strictObject({
    /** Id in content/claims. */
    id,
  }),
  /** A quick check of this lesson. */
  Check: z.strictObject({
    /** Id in content/checks/en/<this lesson>.yaml. */
    id,
  }),
  /** The key points, written as a list. */
  KeyPoints: z.strictObject({}),
  /** A table, computed: goal misgeneralisation in the corridor beside reward hacking in the boat race. */
  TwoFailures: z.strictObject({}),
} as const;

/** Tags that draw a figure, with the attributes each may carry. */
export const figureTags = {
  /** One request, one switch: the reply and the scratchpad change. */
  CueSwitch: z.strictObject({
    /** Ask for a prediction before the tally is shown. */
    predict: z.boolean().default(false),
  }),
  /** A boat that is rewarded for its score, where finishing was meant. */
  BuoyRace: z.strictObject({}),
  /** The reader is the reward signal of a small learner. */
  RewardTrainer: z.strictObject({}),
  /** The 2024 experiment, a hundred requests at a time, beside the published table. */
  ExperimentReplay: z.strictObject({}),
  /** A small learner, trained on the page, that is paid for a coin and may learn to seek the exit. */
  CoinCorridor: z.strictObject({}),
  /** A policy laid over two corpora that contradict each other, and what comes back around it. */
  CrossedObjectives: z.strictObject({}),
  /** The same skills by different scores: a slope, a late climb or a jump. */
  Emergence: z.strictObject({}),
  /** The reader sorts transcripts into tests and real use. */
  SpotTheTest: z.strictObject({}),
  /** Faking over horizons, and the two kinds of goal guarding that one setting cannot tell apart. */
  Horizon: z.strictObject({}),
  /** Reward, reasoning and refusals between the published ends, and the rule's successes and failures. */
  TrainingDynamics: z.strictObject({}),
  /** How often a model tried to get away, by setting and stage, and what a try would have needed. */
  Exfiltration: z.strictObject({}),
  /** An agent scored on runs without an error alone, whose time limit is within its reach or not. */
  TimeLimit: z.strictObject({}),
  /** The published prompt variations: faking reasoning against the compliance gap, one point each. */
  VariationAtlas: z.strictObject({}),
  /** The cue model taken apart: every cue and constant, as a flow, term by term, beside the table. */
  CueLab: z.strictObject({}),
  /** Compliance gaps with a scratchpad and without: what was observed, and what is only inferred. */
  HiddenReasoning: z.strictObject({}),
  /** A test for a compliance gap that the reader designs, and what a model hides that recognises it. */
  DetectionLab: z.strictObject({}),
  /** Oversight as a game: audits, tests that leak, rounds to play, and any game of a few moves. */
  OversightGame: z.strictObject({}),
  /** A strong model under watch: what each policy stops, what it costs, and who knows the line. */
  ControlRoom: z.strictObject({}),
  /** The sceptic's and the alarmed case as a map, with the reader's own estimates before and after. */
  WorryMap: z.strictObject({}),
  /** Measures for a deployment, to be filled in by an organisation and taken away. */
  DeploymentChecklist: z.strictObject({}),
} as const;

/** The published figures that each figure draws; a lesson that shows it lists them as references. */
export const figureEvidence: Record<keyof typeof figureTags, string[]> = {
  CueSwitch: ['G24-001', 'G24-003', 'G24-002'],
  BuoyRace: [],
  RewardTrainer: [],
  CoinCorridor: [],
  CrossedObjectives: [],
  Emergence: [],
  ExperimentReplay: ['G24-001', 'G24-003', 'G24-002', 'G24-004', 'G24-028', 'G24-030', 'G24-032'],
  SpotTheTest: ['SA-001', 'SA-002'],
  Horizon: ['G24-027', 'S25-005'],
  TrainingDynamics: [
    'G24-027',
    'G24-028',
    'G24-029',
    'G24-030',
    'G24-031',
    'G24-032',
    'G24-005',
    'G24-012',
    'G24-013',
    'G24-033',
    'M-002',
    'GA25-001',
    'GA25-007',
    'RH-005',
  ],
  DetectionLab: ['G24-001', 'G24-002', 'G24-004', 'SA-001', 'SA-002', 'H25-001'],
  Exfiltration: [
    ...['G24-044', 'G24-050', 'G24-043', 'G24-049', 'G24-041', 'G24-047', 'G24-039', 'G24-045'],
    ...['G24-040', 'G24-046', 'G24-042', 'G24-048', 'G24-055', 'G24-060', 'G24-054', 'G24-059'],
    ...['G24-051', 'G24-056', 'G24-052', 'G24-057', 'G24-053', 'G24-058', 'G24-062'],
  ],
  TimeLimit: [],
  ControlRoom: [
    ...[
      'RH-004',
      'RH-005',
      'DM-001',
      'DM-002',
      'DM-003',
      'DM-004',
      'M25-012',
      'Y26-001',
      'Y26-003',
    ],
    ...['SA-001', 'DM-009', 'DM-010', 'M25-007', 'Y26-022', 'SL-001', 'DM-014'],
  ],
  /** Those behind its arguments stand in content/arguments. */
  WorryMap: [],
  /** Those behind the measures stand in content/measures. */
  DeploymentChecklist: ['G24-028', 'G24-037'],
  VariationAtlas: ['G24-027', 'G24-005', 'S25-001', 'H25-004'],
  CueLab: [
    ...['G24-001', 'G24-002', 'G24-003', 'G24-004', 'G24-012', 'G24-020', 'G24-021', 'G24-027'],
    ...['G24-031', 'G24-061', 'G24-085', 'G24-005', 'G24-010', 'G24-013', 'G24-014', 'G24-015'],
    ...['G24-079', 'M-008'],
  ],
  HiddenReasoning: [
    ...['G24-068', 'G24-069', 'G24-070', 'G24-071', 'G24-072', 'G24-073', 'G24-074', 'G24-075'],
    ...['G24-076', 'G24-077', 'G24-078', 'G24-079', 'G24-005', 'G24-020', 'G24-021', 'G24-022'],
    ...['G24-012', 'G24-013', 'G24-014', 'G24-015', 'G24-027', 'G24-088'],
  ],
  OversightGame: ['SA-001', 'SA-002'],
};

/** Every tag that a lesson may write. */
export const lessonTags = { ...proseTags, ...figureTags } as const;
export type LessonTag = keyof typeof lessonTags;

/**
 * The attributes of a tag as its component receives them, checked. Astro adds an attribute of its own
 * where a parent has scoped styles; that one is not the author's and is left out.
 *
 * @throws zod's error when an attribute is unknown or does not fit.
 */
export function parseTag<Tag extends LessonTag>(
  tag: Tag,
  props: Record<string, unknown>,
): z.output<(typeof lessonTags)[Tag]> {
  const own = Object.entries(props).filter(([name]) => !name.startsWith('data-astro-cid-'));
  return lessonTags[tag].parse(Object.fromEntries(own)) as z.output<(typeof lessonTags)[Tag]>;
}
