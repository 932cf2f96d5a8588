import { z } from 'astro/zod';
import { finding } from './chartability.ts';

const sentence = z.string().min(10);
/** A text that takes no tokens. */
const plain = z.string().regex(/^[^{}]*$/);

/** How well founded a number is; `view` is a setting that changes what is shown and nothing computed. */
export const marks = ['measured', 'fitted', 'illustrative', 'view'] as const;
const mark = z.enum(marks);

const equation = z.strictObject({
  /** TeX; drawn as MathML while the site is built. */
  tex: z.string().min(3),
  /** The same in a sentence, with every symbol named. */
  says: sentence,
});

/** One value that a figure keeps in its address. What it may be and what it starts from stand in the code. */
const setting = z.strictObject({
  /** What it stands for, in a few words. */
  meaning: z.string().min(3),
  /** As written in the equations, where it stands in one. TeX. */
  symbol: z.string().optional(),
  /** Absent where it has none, as a choice. */
  unit: z.string().optional(),
  mark,
});

/** A number of a model that the figure's own controls cannot change. */
const constant = z.strictObject({
  meaning: z.string().min(3),
  symbol: z.string().optional(),
  unit: z.string().optional(),
  mark: mark.exclude(['view']),
  /** Where it stands: a file of `src/models/`, what that exports, parts of it. `goal-guarding.publishedSetting.stakes` */
  at: z.string().regex(/^[a-z0-9-]+(\.\w+)+$/),
});

const sides = {
  /** What both are numbers of, and under which condition. */
  of: plain.min(5),
  /** Key of `<Model of>`, in the unit of the published figure. */
  model: z.string(),
  /** Whether the model was set by it, or meets it unseen. */
  use: z.enum(['fitted', 'heldOut']),
};

/** A published number beside what our model says of the same thing. */
const residual = z.union([
  z.strictObject({
    ...sides,
    /** Id in `content/evidence/`, and which of its figures. */
    evidence: z.string(),
    figure: z.string().default('value'),
  }),
  z.strictObject({
    ...sides,
    /** Row of the published table of prompt variations, and which of its rates. */
    variation: z.int(),
    figure: z.enum(['af', 'nonComplianceTrain', 'nonComplianceUnmonitored', 'gap']),
  }),
]);

/** A state worth looking at. */
const preset = z.strictObject({
  name: z.string().min(3).max(60),
  /** What is apart from the usual state, as in the address: `used=false&stakes=2`. */
  state: z.string().regex(/^[a-zA-Z]+=[^&]*(&[a-zA-Z]+=[^&]*)*$/),
  /** What to look at there. */
  says: sentence,
});

/**
 * The model card of a figure. One file a figure, called after it, in `content/lab/en/`. Texts may hold the
 * tokens of quick checks, such as `{evidence G24-027 af}`.
 */
export const labCard = z.strictObject({
  /** Name of the figure. */
  title: z.string().min(3).max(60),
  /** What it computes and shows, in one sentence. */
  summary: plain.min(20).max(240),
  /** Files in `src/models/` without their ending, the one to begin with first; none where nothing is computed. */
  models: z.array(z.string()).default([]),
  equations: z.array(equation).default([]),
  /** Every value that the figure keeps in its address, by name. */
  settings: z.record(z.string(), setting),
  constants: z.array(constant).default([]),
  /** What the model is set by and what it is held against, a paragraph each; where that is nothing, that it is nothing. */
  heldAgainst: z.array(sentence).min(1),
  residuals: z.array(residual).default([]),
  /** What it does not show, a sentence or two each. */
  limits: z.array(sentence).min(2),
  presets: z.array(preset).min(2),
  /**
   * What the audit of the figure says, by id of a heuristic in `content/accessibility/en/chartability.yaml`:
   * of each that has no answer for every figure alike, and of others where it is different here.
   */
  audit: z.record(z.string(), finding),
});

export type LabCard = z.infer<typeof labCard>;
