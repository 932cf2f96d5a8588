import { z } from 'astro/zod';
import { lines } from './lines.ts';

/** Texts of the table `two-failures`. Words in braces are numbers; see src/lib/two-failures.ts. */
export const twoFailures = z.strictObject({
  ...lines('caption', 'corridor', 'corridorFigure', 'race', 'raceFigure', 'note').shape,
  /** What is compared, and what holds of the learner in the corridor and of the boat. */
  rows: z.array(lines('head', 'corridor', 'race')).min(1),
});
