import { outlook, type ControlSettings, type Outlook } from '../../models/control-room.ts';

/** The designs that are compared: all policies, and looks at random. */
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
export type Design = (typeof designs)[number];
export const curveDesigns = ['audit', 'random', 'light', 'block', 'resample', 'pause'] as const;

/** The same settings under one of the designs; auditing keeps its share of looks at random. */
export function under(settings: ControlSettings, design: Design): ControlSettings {
  if (design === 'random') return { ...settings, policy: 'audit', atRandom: 1 };
  return { ...settings, policy: design };
}

/** Which design the settings are. */
export function designOf({ policy, atRandom }: ControlSettings): Design {
  return policy === 'audit' && atRandom === 1 ? 'random' : policy;
}

/** A design in the plane of safety and usefulness. */
export interface Place {
  design: Design;
  outlook: Outlook;
}

/** Every design at the same share above the line. */
export function placesOf(settings: ControlSettings): Place[] {
  return designs.map((design) => ({ design, outlook: outlook(under(settings, design)) }));
}

/** Points of a curve: dense where little lies above the line, since `pause` changes fastest there. */
const steps = 24;
const shares = Array.from({ length: steps + 1 }, (_, step) => (step / steps) ** 2);

/** How each design fares as the share above the line grows from nothing to everything. */
export function curvesOf(settings: ControlSettings): { design: Design; points: Outlook[] }[] {
  return curveDesigns.map((design) => {
    const fixed = under(settings, design);
    return { design, points: shares.map((above) => outlook({ ...fixed, above })) };
  });
}

/** The part of the plane that is drawn. */
export interface View {
  /** Least useful work in the picture, a share; most is 1. */
  from: number;
  /** Sabotages at the foot of the picture; none pass at its head. */
  most: number;
}

/** From the fifth below the least useful work, so that the axis moves rarely. */
export function viewOf(outlooks: readonly Outlook[], most: number): View {
  const least = Math.min(...outlooks.map(({ useful }) => useful));
  return { from: Math.max(0, Math.min(0.8, Math.floor(5 * least - 1e-9) / 5)), most };
}

/** Where an outcome stands in a view: shares of its width from the left and of its height from below. */
export function placeIn({ from, most }: View, { useful, passing }: Outlook) {
  return { across: (useful - from) / (1 - from), up: 1 - passing / most };
}

/**
 * Heights of the letters of places: each at its place where it can be. Letters within `room.across` of each other
 * keep `room.down` apart, and none is below `lowest`.
 */
export function lettersApart(
  places: readonly { across: number; down: number }[],
  room: { across: number; down: number },
  lowest: number,
): number[] {
  const heights = places.map(({ down }) => down);
  const isNear = (a: number, b: number) =>
    Math.abs(places[a]!.across - places[b]!.across) < room.across;
  // From above; among equals the one to the right is the lowest, so that no letter lies on its neighbour.
  const order = [...places.keys()].sort(
    (a, b) => places[a]!.down - places[b]!.down || places[a]!.across - places[b]!.across,
  );
  order.forEach((i, n) => {
    for (const j of order.slice(0, n)) {
      if (isNear(i, j)) heights[i] = Math.max(heights[i]!, heights[j]! + room.down);
    }
  });
  const upwards = order.toReversed();
  upwards.forEach((i, n) => {
    const below = upwards.slice(0, n).filter((j) => isNear(i, j));
    heights[i] = Math.min(heights[i]!, lowest, ...below.map((j) => heights[j]! - room.down));
  });
  return heights;
}
