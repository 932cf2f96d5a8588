import type { Bimatrix } from '../../models/bimatrix.ts';
import {
  inspectionBimatrix,
  inspectionDefaults,
  solveInspection,
} from '../../models/inspection-game.ts';
import { sandboxBimatrix, solveSandbox } from '../../models/sandbox-game.ts';
import { textbookGames, type TextbookGame } from '../../models/textbook-games.ts';

/** Games to begin with: the two of the lesson, and those of the textbooks. */

export type LessonGame = 'audit' | 'sandbox';
export type PresetName = LessonGame | keyof typeof textbookGames;

/** Payoffs are typed to so many decimals. */
const decimalPlaces = 4;

const { auditCost, ...shared } = inspectionDefaults;
/** Three in four tests look like tests, and one in four slots of real use: an area near 0.83. */
const sandboxAtRest = { ...shared, testCost: auditCost, recognised: 0.75, mistaken: 0.25 };
const audit = solveInspection(inspectionDefaults);
const sandbox = solveSandbox(sandboxAtRest);

/** The games by name, those of the lesson with the equilibria of their closed forms. */
export const presets: Readonly<Record<PresetName, TextbookGame>> = {
  audit: {
    game: roundedGame(inspectionBimatrix(inspectionDefaults)),
    known: [{ row: [audit.audit, 1 - audit.audit], column: [audit.act, 1 - audit.act] }],
  },
  sandbox: {
    game: roundedGame(sandboxBimatrix(sandboxAtRest)),
    known: [{ row: [sandbox.test, 1 - sandbox.test], column: sandbox.policies }],
  },
  ...textbookGames,
};

export const lessonGames: readonly LessonGame[] = ['audit', 'sandbox'];
export const textbookNames = Object.keys(textbookGames) as (keyof typeof textbookGames)[];

/** A payoff as it can be typed. */
export function rounded(payoff: number): number {
  // Adding 0 turns −0 into 0.
  return Math.round(payoff * 10 ** decimalPlaces) / 10 ** decimalPlaces + 0;
}

/** A table whose payoffs can be typed. */
export function roundedGame({ row, column }: Bimatrix): Bimatrix {
  const tidy = (table: Bimatrix['row']) => table.map((line) => line.map(rounded));
  return { row: tidy(row), column: tidy(column) };
}
