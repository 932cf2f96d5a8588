import { voices, type Perspective } from '../schemas/perspective.ts';

/** A part of the page of perspectives that has an address of its own. */
export interface Passage {
  /** Its anchor: the theme and a voice, `apart` or `together`. */
  anchor: string;
  /** Its texts, in the order of a reader, tokens and all. */
  lines: string[];
  /** Ids of the published findings that it says it rests on. */
  evidence: string[];
}

/** What three voices say on a theme, as the page sets it out: each voice, then what parts and what joins them. */
export function passagesOf(theme: string, { voices: said, apart, together }: Perspective) {
  const spoken = voices.map((voice): Passage => {
    const { inShort, looks, record, asks, mind, evidence } = said[voice];
    return {
      anchor: `${theme}-${voice}`,
      lines: [inShort, looks, ...record, ...Object.values(asks), mind],
      evidence,
    };
  });
  return [
    ...spoken,
    {
      anchor: `${theme}-apart`,
      lines: apart.flatMap(({ about, text }) => [about, text]),
      evidence: apart.flatMap(({ evidence }) => evidence),
    },
    { anchor: `${theme}-together`, lines: together, evidence: [] },
  ] satisfies Passage[];
}
