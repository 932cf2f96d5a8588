import type { Chartability } from '../schemas/chartability.ts';
import type { LabCard } from '../schemas/lab.ts';

/** What the audit lacks, or has too much, in a sentence each. */
export function auditFaults({ heuristics }: Chartability, { audit }: Pick<LabCard, 'audit'>) {
  const known = new Set(heuristics.map(({ id }) => id));
  return [
    ...Object.keys(audit)
      .filter((id) => !known.has(id))
      .map((id) => `audit: there is no heuristic “${id}”.`),
    ...heuristics
      .filter(({ id, everywhere }) => !everywhere && !(id in audit))
      .map(({ id }) => `audit: “${id}” is missing; it has no answer for every figure alike.`),
  ];
}
