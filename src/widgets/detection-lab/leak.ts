import { sampleMultiplier } from '../../models/test-awareness.ts';
import { gapOf, promptsNeeded, shareAt, type Arms } from './design.ts';
import type { LabState } from './detection-lab.ts';

/** What an area under the curve comes to for both kinds of agent. */
export interface LeakRow {
  area: number;
  /** Parts of the gap that show, 0 to 1. */
  threshold: number;
  soft: number;
  /** For the agent of the state: times as many prompts, the gap shown as a share, and the need. */
  times: number;
  gap: number;
  needed: number;
}

/** One row, with the classifier left out. */
export function leakRow(state: LabState, area: number): LeakRow {
  const real: Arms = { training: state.training / 1000, unmonitored: state.use / 1000 };
  const threshold = shareAt({ agent: 'threshold', criterion: state.criterion }, area);
  const soft = shareAt({ agent: 'soft', criterion: 0 }, area);
  const share = state.agent === 'soft' ? soft : threshold;
  const gap = share * gapOf(real);
  const shown = { training: real.training, unmonitored: real.training - gap };
  return {
    area,
    threshold,
    soft,
    times: sampleMultiplier(share),
    gap,
    needed: promptsNeeded(state, shown),
  };
}

/** Areas at which the curves are drawn. */
export const drawnAreas = Array.from({ length: 50 }, (_, step) => (50 + step) / 100);
