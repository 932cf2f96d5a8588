import Link from './components/prose/Link.astro';
import Check from './components/prose/Check.astro';
import Cite from './components/prose/Cite.astro';
import ClaimCheck from './components/prose/ClaimCheck.astro';
import Evidence from './components/prose/Evidence.astro';
import KeyPoints from './components/prose/KeyPoints.astro';
import Model from './components/prose/Model.astro';
import Term from './components/prose/Term.astro';
import TwoFailures from './components/prose/TwoFailures.astro';
import type { proseTags } from './schemas/tags.ts';

/**
 * Every tag of words and numbers that a lesson may write; the keys are those of `proseTags`. Figures
 * come in by `src/lib/figure-imports.mjs`, so that a page carries the styles of its own alone.
 */
const tags = {
  TwoFailures,
  Check,
  Cite,
  ClaimCheck,
  Evidence,
  KeyPoints,
  Model,
  Term,
} satisfies Record<keyof typeof proseTags, unknown>;

/** The tags, and what Markdown itself writes where the site does it in its own way. */
export const components = { ...tags, a: Link };
