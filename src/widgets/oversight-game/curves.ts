import { solveInspection } from '../../models/inspection-game.ts';
import {
  solveSandbox,
  type SandboxOutcome,
  type SandboxSettings,
} from '../../models/sandbox-game.ts';
import { recognition, type Recognition } from '../../models/test-awareness.ts';
import { areas, scales, settingsOf, type OversightState, type Payoff } from './oversight-game.ts';

/** Equilibria over the range of a setting, as the pictures draw them. */

/** A point of a curve over one setting: the equilibrium where it has that value, in per cent. */
export interface SweepPoint {
  /** Position of the slider. */
  at: number;
  watched: number;
  acts: number;
  /** Where the regime changes, a curve may jump. */
  regime: string;
}

/** The equilibrium over the whole range of one payoff, all others as they are. */
export function auditSweep(state: Record<Payoff, number>, key: Payoff): SweepPoint[] {
  const { min, max } = scales[key];
  return positions(min, max).map((at) => {
    const { audit, act, regime } = solveInspection(settingsOf({ ...state, [key]: at }));
    return { at, watched: 100 * audit, acts: 100 * act, regime };
  });
}

/** How well tests are recognised in a state. */
export function recognitionOf({
  area,
  suspicion,
}: {
  area: number;
  suspicion: number;
}): Recognition {
  const { dPrime } = recognition(area / 100);
  return recognition(area / 100, dPrime / 2 - suspicion / 10);
}

export function sandboxSettings(state: OversightState): SandboxSettings {
  const { auditCost, ...shared } = settingsOf(state);
  const { recognised, mistaken } = recognitionOf(state);
  return { ...shared, testCost: auditCost, recognised, mistaken };
}

/** The equilibrium of the tests in a state, and how much the cues that leak add to it. */
export interface Sandbox extends SandboxOutcome, Recognition {
  /** (1−f)/(1−τ): by what the leak multiplies the odds of a test, where a faker is wary. */
  factor: number;
  /** Share of tests where the cues say nothing. */
  testWithoutCues: number;
}

export function sandboxOf(state: OversightState): Sandbox {
  const seen = recognitionOf(state);
  return {
    ...solveSandbox(sandboxSettings(state)),
    ...seen,
    factor: (1 - seen.mistaken) / (1 - seen.recognised),
    testWithoutCues: solveSandbox(sandboxSettings({ ...state, area: 50, suspicion: 0 })).test,
  };
}

/** The equilibrium over all areas, the rest as it is. Here `acts` counts acts in real use. */
export function sandboxSweep(state: OversightState): SweepPoint[] {
  return positions(areas.min, areas.max).map((area) => {
    const { test, actsInUse, regime } = solveSandbox(sandboxSettings({ ...state, area }));
    return { at: area, watched: 100 * test, acts: 100 * actsInUse, regime };
  });
}

/** Curves in pieces: a new one wherever the regime changes, so that no line is drawn over a jump. */
export function pieces(points: readonly SweepPoint[]): SweepPoint[][] {
  const found: SweepPoint[][] = [];
  for (const point of points) {
    const piece = found.at(-1);
    if (piece?.[0]!.regime === point.regime) piece.push(point);
    else found.push([point]);
  }
  return found;
}

const positions = (min: number, max: number) =>
  Array.from({ length: max - min + 1 }, (_, step) => min + step);

/** Pushes words apart that would lie on each other, downwards first, and keeps them above `lowest`. */
export function apart(
  places: readonly [number, number],
  distance: number,
  lowest: number,
): [number, number] {
  const [a, b] = places;
  const upper = Math.min(Math.min(a, b), lowest - distance);
  const lower = Math.min(Math.max(a, b, upper + distance), lowest);
  return a <= b ? [upper, lower] : [lower, upper];
}
