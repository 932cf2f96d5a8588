// How often an overseer looks and a faker acts in equilibrium, as the harm of an act grows.
import { inspectionDefaults, solveInspection } from 'unwatched-models/inspection-game';

const percent = (share) => Number((100 * share).toFixed(1));
const harms = [1, ...Array.from({ length: 20 }, (_, step) => 5 * (step + 1))];

console.table(
  harms.map((harm) => {
    const { audit, act } = solveInspection({ ...inspectionDefaults, harm });
    return { harm, overseerLooks: percent(audit), fakerActs: percent(act) };
  }),
);
