import { z } from 'astro/zod';
import { lines } from './lines.ts';

const line = z.string().min(1);
const ends = z.tuple([line, line]);
const policies = ['audit', 'light', 'block', 'resample', 'pause', 'trust', 'weak'] as const;
const designs = [
  'audit',
  'random',
  'light',
  'block',
  'resample',
  'pause',
  'trust',
  'weak',
] as const;
const sliders = [
  'atRandom',
  'pause',
  'repeats',
  'area',
  'attacks',
  'found',
  'weak',
  'look',
  'above',
] as const;

/** Texts of the figure `control-room`. */
export const controlRoom = z.strictObject({
  ...lines(
    'question',
    'lead',
    'announce',
    'sabotage',
    'sabotages',
    'isBlind',
    'isCareful',
    'predictPrompt',
    'ofTried',
    'none',
    'all',
    'outcome',
    'policy',
    'careful',
    'lookedAt',
    'lookTime',
    'assumed',
    'ofRequests',
    'ofHundred',
    'ofHundredValue',
    'hardlyEver',
    'requests',
    'stream',
    'streamText',
    'streamSummary',
    'firstRequest',
    'lastRequest',
    'suspicious',
    'line',
    'average',
    'play',
    'pauseFilm',
    'step',
    'toEnd',
    'seed',
    'anotherSeed',
    'notBegun',
    'allThrough',
    'now',
    'nowUnscored',
    'frontier',
    'frontierText',
    'frontierSummary',
    'placeWords',
    'passingAxis',
    'usefulAxis',
    'illustrative',
    'noneWords',
    'tableCaption',
    'rowPresent',
    'rowStream',
    'rowCurve',
    'dataFrom',
    'caption',
  ).shape,
  findings: lines(
    'audit',
    'auditMixed',
    'auditRandom',
    'auditCareful',
    'auditCarefulMixed',
    'light',
    'block',
    'resample',
    'pause',
    'careful',
    'noRoom',
    'nothingAbove',
    'trust',
    'weak',
  ),
  predict: lines('suspicious', 'careful'),
  policies: lines(...policies),
  /** What each policy does, under the heading of the stream. */
  policyNotes: lines(...policies),
  sliders: lines(...sliders),
  ends: z.strictObject(
    Object.fromEntries(sliders.map((key) => [key, ends])) as Record<
      (typeof sliders)[number],
      typeof ends
    >,
  ),
  fates: lines('delivered', 'look', 'second', 'weak', 'stopped', 'passes'),
  /** One letter a design, in its disc. */
  letters: lines(...designs),
  designs: lines(...designs),
  /** The same in as few words as fit a narrow table. */
  brief: lines(...designs),
  short: lines('design', 'passing', 'useful', 'looks'),
  columns: lines('design', 'above', 'tried', 'passing', 'none', 'useful', 'looks', 'count'),
  levers: z.strictObject({
    ...lines('heading', 'lead', 'moves', 'measured', 'notMeasured').shape,
    /** Names of published figures in braces: `src/widgets/control-room/lever-figures.ts`. */
    each: z.array(
      z.strictObject({ name: line, moves: line, measured: z.array(line).min(1), not: line }),
    ),
  }),
});
