import { z } from 'astro/zod';

/** How an id of an entry is written: a short prefix of capitals and digits, a hyphen, three digits. */
export const evidenceId = /^[A-Z][A-Z0-9]*-\d{3}$/;

/** Other spellings of the fixed units; one spelling each lets a page print a figure in words. */
const respelt: Record<string, string> = {
  percent: '%',
  'per cent': '%',
  pp: 'points',
  'percentage points': 'points',
  fraction: 'share',
  AUROC: 'AUC',
};

/** Units whose figures are fractions or probabilities. */
const fractions = ['share', 'AUC'];

const text = (sentence: string) => z.string({ error: sentence }).min(1, sentence);
const number = (field: string) =>
  z.number({
    error: `write \`${field}\` as a bare number; a sign such as ≤ goes into \`qualifier\``,
  });
const noOtherField = (what: string) => ({
  error: (issue: { code?: string | undefined; keys?: unknown }) =>
    issue.code === 'unrecognized_keys'
      ? `${what} has no field ${(issue.keys as string[]).map((key) => `\`${key}\``).join(', ')}`
      : `${what} is written as named fields`,
});

/**
 * One number of an entry, typed so that a page can print it and a model can use it. Every number here
 * also stands in the entry's `printed`.
 */
const evidenceFigure = z
  .strictObject(
    {
      /** What was counted or measured, in our words; it reads on from the number: "11.3 points *compliance gap*". */
      label: text('give the figure a `label` that reads on from its number'),
      /**
       * `%`, `points` (percentage points), `share` (a fraction from 0 to 1), `ratio`, `AUC`, or a plain
       * noun such as `documents`, `models`, `million tokens`.
       */
      unit: text('give the figure a `unit`: %, points, share, ratio, AUC or a plain noun').refine(
        (unit) => !(unit in respelt),
        { error: ({ input }) => `write \`${respelt[String(input)]}\` for ${String(input)}` },
      ),
      /** The number, in `unit`. Left out when the source gives a range. */
      value: number('value').optional(),
      /** The lower end of a published range, in `unit`. */
      low: number('low').optional(),
      /** The upper end of a published range, in `unit`. */
      high: number('high').optional(),
      /** One standard error, in `unit`. Only where the source says that its ± is one. */
      se: number('se').nonnegative('a standard error is never below zero').optional(),
      /** How many were sampled for this number. Only where the source states a single count. */
      n: z.int({ error: 'write `n` as a whole number' }).positive('`n` is at least one').optional(),
      /** The source's own hedge: "~25" is `about`, "≤ 3.7" is `up to`, "13,000+" is `at least`. */
      qualifier: z
        .enum(['about', 'more than', 'at least', 'less than', 'up to'], {
          error: '`qualifier` is one of: about, more than, at least, less than, up to',
        })
        .optional(),
    },
    noOtherField('a figure'),
  )
  .refine(
    ({ value, low, high }) =>
      value === undefined ? low !== undefined && high !== undefined : (low ?? high) === undefined,
    'give a figure either one `value` or both `low` and `high`',
  )
  .refine(
    ({ low, high }) => low === undefined || high === undefined || low < high,
    '`low` must be smaller than `high`',
  )
  .refine(
    ({ unit, value, low, high }) =>
      !fractions.includes(unit) || [value, low, high].every((x = 0) => x >= 0 && x <= 1),
    'a share or an AUC lies between 0 and 1; write a percentage with the unit %',
  );

/**
 * One published finding. A file in `content/evidence/` maps ids such as `G24-001` to this. An entry is a
 * record of what a source says, so `printed` and the numbers change only when the source was misread.
 */
export const evidenceEntry = z.strictObject(
  {
    /** What was found or measured, in our words. */
    claim: text('say in `claim` what was found'),
    /** Model, setting and prompt under which it holds, as far as recorded. */
    condition: text('leave `condition` out or say when the finding holds').optional(),
    /** Key of the source in `content/sources.bib`. */
    source: text('name the source by its key in content/sources.bib').regex(
      /^[a-z][a-z0-9_]*$/,
      'a source key is made of small letters, digits and underscores, such as greenblatt2024',
    ),
    /** Where in the source: section, table, figure, page. */
    locator: text('leave `locator` out or say where in the source').optional(),
    /** What the source passes on, where it is not the origin itself: pages then say “as reported by” it. */
    original: z.string().optional(),
    /**
     * `primary`: read in the authors' own paper, abstract, post or code. `secondary`: read in somebody
     * else's account, or as an abstract or excerpt only; pages then say "as reported by".
     */
    verified: z.enum(['primary', 'secondary'], {
      error: '`verified` is primary (read in the source itself) or secondary (read about it)',
    }),
    /** The sample, as recorded; text, since sources count in many ways. */
    sample: text('put `sample` in quotation marks, or leave it out').optional(),
    /** The value as recorded from the source, verbatim. */
    printed: text('put the value as the source prints it into `printed`, in quotation marks'),
    /** The unit as recorded, verbatim, with what a ± stands for. */
    unit: text('leave `unit` out or write it as text').optional(),
    /** The numbers of `printed`, by name. Absent for a qualitative finding; a single one is called `value`. */
    figures: z
      .record(z.string(), evidenceFigure)
      .refine(
        (figures) => Object.keys(figures).every((name) => /^[a-z][a-z0-9_]*$/.test(name)),
        'name figures with small letters, digits and underscores, such as refuse_train',
      )
      .refine(
        (figures) => Object.keys(figures).length > 0,
        'leave `figures` out when a finding holds no number',
      )
      .refine(
        (figures) => Object.keys(figures).length !== 1 || 'value' in figures,
        'call the only figure of an entry `value`',
      )
      .optional(),
  },
  noOtherField('an entry'),
);

const cell = z.number({ error: 'this cell of the table holds no number' });
const standardError = cell.nonnegative('a standard error is never below zero');
const rate = z.strictObject({
  value: cell.min(0, 'a percentage is never below 0').max(100, 'a percentage is never above 100'),
  se: standardError,
});

/**
 * One row of the tables of prompt variations.
 *
 * @see greenblatt2024, App. G.2 (rows 1–57) and App. G.3 (rows 58–145)
 */
export const promptVariation = z.strictObject({
  /** Number of the row, from 1 to 145. */
  row: z.int().min(1).max(145),
  /** The training objective that the prompt states. */
  setting: z.enum(['helpful-only', 'animal-welfare']),
  /** What was changed, in the authors' short name. */
  name: z.string().min(1),
  /** Alignment-faking reasoning in the free tier, in % with one standard error. */
  af: rate,
  /** Non-compliance in the free tier, where training is implied, in % with one standard error. */
  nonComplianceTrain: rate,
  /** Non-compliance in the paid tier, said to be unmonitored, in % with one standard error. */
  nonComplianceUnmonitored: rate,
  /** Compliance gap, unmonitored minus training, in percentage points with one standard error. */
  gap: z.strictObject({ value: cell, se: standardError }),
});

export type EvidenceFigure = z.infer<typeof evidenceFigure>;
export type EvidenceEntry = z.infer<typeof evidenceEntry>;
export type PromptVariation = z.infer<typeof promptVariation>;
