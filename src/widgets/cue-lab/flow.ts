import type { CueModelResult } from '../../models/cue-model.ts';

/**
 * The funnel as a flow from top to bottom. Widths are probabilities: what goes on keeps to the left,
 * what drops out moves over to the stream on the right, and at the foot both part into the actions.
 * All positions are in per cent of the width.
 */

/** Kept free between the two streams, and between the actions of one stream. */
const gap = 5;
const actionGap = 1.2;
const scale = 100 - gap;

/** The links of the funnel after "all episodes": how many episodes hold it and all before. */
export const stages = ['all', 'registers', 'notices', 'derives'] as const;

/** One of these links, or all episodes. */
export type Stage = (typeof stages)[number];

/** A strip between two places; `shift` moves its foot to the right. */
export interface Strip {
  left: number;
  right: number;
  shift: number;
}

/** One stage: its part of all episodes, and what leads on from it. */
interface Node {
  stage: Stage;
  /** Share of all episodes, a fraction. */
  share: number;
  /** End of the left stream and start of the right one, in per cent of the width. */
  kept: number;
  dropped: number;
  /** To the next stage; absent at the last. */
  on?: { kept: Strip; drop: Strip; stream: Strip };
}

/** How an episode ends: an action, with the argument made or not. */
export type Ending = 'strategic' | 'minimal' | 'arguedRefuse' | 'obey' | 'plainRefuse';

/** The endings from left to right: first those with the argument. */
export const endings: readonly Ending[] = [
  'strategic',
  'minimal',
  'arguedRefuse',
  'obey',
  'plainRefuse',
];

/** One ending at the foot of the flow. */
interface Foot {
  ending: Ending;
  /** Share of all episodes, a fraction. */
  share: number;
  strip: Strip;
  /** Where its number stands: in which line below, and around which place; absent for small ones. */
  number?: { line: number; at: number; anchor: 'start' | 'middle' | 'end' };
}

/** The flow of one condition, from top to bottom and, at its foot, from left to right. */
export interface Flow {
  nodes: Node[];
  feet: Foot[];
}

/** Lines for the numbers below the endings. */
export const numberLines = 2;
/** Width of a number on the narrowest screen, and the least share that gets one; the key has all. */
const numberWidth = 12;
const leastNumbered = 0.02;

/** Shares of all episodes by how they end; they sum to 1. */
export function endingShares({
  argument,
  argued,
  unargued,
  actions,
}: CueModelResult): Record<Ending, number> {
  return {
    strategic: actions.strategic,
    minimal: actions.minimal,
    arguedRefuse: argument * argued.probabilities.refuse,
    obey: actions.obey,
    plainRefuse: (1 - argument) * unargued.probabilities.refuse,
  };
}

/** Shares of all episodes that hold each link and all before it. */
export function stageShares({ links, argument }: CueModelResult): Record<Stage, number> {
  const registers = links.registers.probability;
  return {
    all: 1,
    registers,
    notices: registers * links.notices.probability,
    derives: argument,
  };
}

/** Lays out the flow of one condition. */
export function flowOf(result: CueModelResult): Flow {
  const shares = stageShares(result);
  const nodes = stages.map((stage, index): Node => {
    const share = shares[stage];
    const kept = scale * share;
    const next = stages[index + 1];
    const node = { stage, share, kept, dropped: kept + gap };
    if (!next) return node;
    const stays = scale * shares[next];
    return {
      ...node,
      on: {
        kept: { left: 0, right: stays, shift: 0 },
        drop: { left: stays, right: kept, shift: gap },
        stream: { left: kept + gap, right: 100, shift: 0 },
      },
    };
  });
  return { nodes, feet: feetOf(result) };
}

function feetOf(result: CueModelResult): Foot[] {
  const shares = endingShares(result);
  const shifts = [0, actionGap, 2 * actionGap, -actionGap, 0];
  let left = 0;
  const feet = endings.map((ending, index): Foot => {
    if (ending === 'obey') left = scale * result.argument + gap;
    const strip = { left, right: left + scale * shares[ending], shift: shifts[index]! };
    left = strip.right;
    return { ending, share: shares[ending], strip };
  });
  return numbered(feet);
}

/** Puts the numbers below their endings, each into the first line where it has room. */
function numbered(feet: Foot[]): Foot[] {
  const taken = Array.from({ length: numberLines }, () => 0);
  return feet.map((foot) => {
    const { left, right, shift } = foot.strip;
    const middle = (left + right) / 2 + shift;
    const from = Math.min(Math.max(0, middle - numberWidth / 2), 100 - numberWidth);
    const line = taken.findIndex((end) => end <= from);
    if (foot.share < leastNumbered || line < 0) return foot;
    taken[line] = from + numberWidth;
    if (middle < numberWidth / 2) return { ...foot, number: { line, at: left, anchor: 'start' } };
    if (middle > 100 - numberWidth / 2)
      return { ...foot, number: { line, at: 100, anchor: 'end' } };
    return { ...foot, number: { line, at: middle, anchor: 'middle' } };
  });
}

/** A strip as a path in a picture of 100 by 100, bent where its foot is moved. */
export function stripPath({ left, right, shift }: Strip): string {
  const at = (x: number) => Number(x.toFixed(2));
  if (shift === 0) return `M${at(left)} 0H${at(right)}V100H${at(left)}z`;
  const bend = (from: number, to: number, down: boolean) =>
    `C${at(from)} 50 ${at(to)} 50 ${at(to)} ${down ? 100 : 0}`;
  return (
    `M${at(left)} 0${bend(left, left + shift, true)}` +
    `H${at(right + shift)}${bend(right + shift, right, false)}z`
  );
}
