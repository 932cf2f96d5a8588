import type { Chartability, Finding } from '../schemas/chartability.ts';
import type { LabCard } from '../schemas/lab.ts';

/** A heuristic with what was found in one figure. */
export type AuditRow = Chartability['heuristics'][number] & {
  found: Finding;
  /** Whether the same is said of every figure. */
  shared: boolean;
};

/**
 * The fifty answers for one figure, in the order of the heuristics.
 *
 * @param heuristics each answered by the card or for every figure alike, as `src/lib/audit-faults.ts` makes sure
 */
export const auditOf = (
  { heuristics }: Chartability,
  { audit }: Pick<LabCard, 'audit'>,
): AuditRow[] =>
  heuristics.map((heuristic) => {
    const own = audit[heuristic.id];
    return { ...heuristic, found: own ?? heuristic.everywhere!, shared: !own };
  });

/** How many answers there are of each kind. */
export function countFindings(rows: AuditRow[]): Record<Finding['verdict'], number> {
  const count = { passes: 0, fails: 0, doesNotApply: 0, untried: 0 };
  for (const { found } of rows) count[found.verdict] += 1;
  return count;
}
