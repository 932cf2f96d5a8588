import { fill } from '../../lib/fill.ts';
import { lineOf, outlook, type Outlook } from '../../models/control-room.ts';
import {
  drawRequests,
  fates,
  runStream,
  type Fate,
  type Passage,
} from '../../models/control-stream.ts';
import type { Ui } from '../../schemas/ui.ts';
import { decimals } from '../parts/decimals.ts';
import type { TableData } from '../parts/table-data.ts';
import { requests, settingsOf, type ControlState } from './control-room.ts';
import { curveDesigns, designOf, placesOf, under, type Design } from './frontier.ts';

/** The words of the figure, without those on the levers, which stay with the page. */
export type Labels = Omit<Ui['controlRoom'], 'levers'>;

/** A mean count with one decimal; a share in hundredths with one. */
export const one = (value: number) => decimals(value, 1);
export const hundredths = (share: number) => decimals(100 * share, 1);

/** A mean count in a sentence: whole numbers without a decimal. */
export const count = (value: number) => one(value).replace(/\.0$/, '');

/** How many sabotages, in words. */
function sabotages(labels: Labels, value: number): string {
  const n = count(value);
  return n === '1' ? labels.sabotage : fill(labels.sabotages, { n });
}

/** A chance in words where a decimal would say nothing. */
export function chanceWords(labels: Labels, chance: number): string {
  if (chance > 0 && chance < 0.001) return labels.hardlyEver;
  return fill(labels.ofHundredValue, { n: hundredths(chance) });
}

/** Everything that follows from a state, computed once a change. */
export function readingOf(state: ControlState) {
  const settings = settingsOf(state);
  const passages = runStream(settings, drawRequests(requests, state.seed));
  return {
    settings,
    line: lineOf(settings),
    outlook: outlook(settings),
    places: placesOf(settings),
    passages,
  };
}
export type Reading = ReturnType<typeof readingOf>;

/** How many passages came to each end. */
export function countFates(passages: readonly Passage[]): Record<Fate, number> {
  const counts = Object.fromEntries(fates.map((fate) => [fate, 0])) as Record<Fate, number>;
  for (const { fate } of passages) counts[fate] += 1;
  return counts;
}

function findingName(state: ControlState, { tried }: Outlook): keyof Labels['findings'] {
  if (state.policy === 'trust' || state.policy === 'weak') return state.policy;
  if (state.policy === 'light') return 'light';
  if (state.policy === 'audit' && state.atRandom === 100) return 'auditRandom';
  if (state.above === 0) return 'nothingAbove';
  if (state.careful && tried < 0.05) return 'noRoom';
  if (state.policy !== 'audit') return state.careful ? 'careful' : state.policy;
  const mixed = state.atRandom > 0;
  if (state.careful) return mixed ? 'auditCarefulMixed' : 'auditCareful';
  return mixed ? 'auditMixed' : 'audit';
}

const places = ({ places }: Reading, design: string) =>
  places.find((place) => place.design === design)!.outlook;

/** The finding in the present state, in a sentence. */
function finding(labels: Labels, state: ControlState, reading: Reading): string {
  const { tried, passing, useful, nonePasses } = reading.outlook;
  const random = places(reading, 'random');
  return fill(labels.findings[findingName(state, reading.outlook)], {
    n: state.above,
    tried: sabotages(labels, tried),
    stopped: count(tried - passing),
    passing: count(passing),
    random: count(random.tried - random.passing),
    useful: one(100 * useful),
    trusted: one(100 * places(reading, 'trust').useful),
    none: chanceWords(labels, nonePasses),
  });
}

/** One sentence on the present state, for readers who do not see the picture. */
function sentence(labels: Labels, state: ControlState, reading: Reading): string {
  const { tried, passing, useful, nonePasses, looks } = reading.outlook;
  return fill(labels.announce, {
    policy: labels.policies[state.policy],
    attacker: state.careful ? labels.isCareful : labels.isBlind,
    tried: sabotages(labels, tried),
    passing: count(passing),
    none: chanceWords(labels, nonePasses),
    useful: one(100 * useful),
    looks: count(looks),
  });
}

/** Shares above the line at which the table reads the curves, as counts of 200. */
const tableSteps = [0, 10, 20, 40, 80, 120, 160, 200];

/** What a design comes to, as a row of the table. */
const rowOf = (name: string, above: number | '', outcome: Outlook) => [
  name,
  above,
  one(outcome.tried),
  one(outcome.passing),
  hundredths(outcome.nonePasses),
  hundredths(outcome.useful),
  one(outcome.looks),
  '',
];

/** The designs side by side, their curves at a few points, and the stream that is drawn. */
function tableOf(labels: Labels, state: ControlState, reading: Reading): TableData {
  const { settings, passages } = reading;
  const { columns } = labels;
  const counts = countFates(passages);
  const nameOf = (design: Design) =>
    design === designOf(settings)
      ? fill(labels.rowPresent, { design: labels.designs[design] })
      : labels.designs[design];
  const drawsLine = (design: Design) => design !== 'trust' && design !== 'weak';
  return {
    caption: fill(labels.tableCaption, {
      attacker: state.careful ? labels.isCareful : labels.isBlind,
      area: decimals(settings.area, 2),
    }),
    columns: [
      ...[columns.design, columns.above, columns.tried, columns.passing],
      ...[columns.none, columns.useful, columns.looks, columns.count],
    ],
    rows: [
      ...reading.places.map(({ design, outlook: outcome }) =>
        rowOf(nameOf(design), drawsLine(design) ? state.above : '', outcome),
      ),
      ...fates.map((fate) => [
        fill(labels.rowStream, { seed: state.seed, fate: labels.fates[fate] }),
        ...['', '', '', '', '', ''],
        counts[fate],
      ]),
      ...curveDesigns.flatMap((design) =>
        tableSteps.map((above) => {
          const name = fill(labels.rowCurve, { design: labels.designs[design] });
          return rowOf(
            name,
            above,
            outlook({ ...under(settings, design), above: above / requests }),
          );
        }),
      ),
    ],
  };
}

/** What the frame around the picture says in a state. */
export function wordsOf(labels: Labels, state: ControlState, reading: Reading) {
  return {
    finding: finding(labels, state, reading),
    sentence: sentence(labels, state, reading),
    table: tableOf(labels, state, reading),
  };
}
