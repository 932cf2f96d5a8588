import { region } from './locale.ts';
import type { FigureForm } from '../schemas/tags.ts';

/** A number with what is needed to print it: a published figure or one from a model. */
export interface PrintableFigure {
  /** '%', 'points', 'share', 'ratio', 'AUC' or a plain noun such as 'models'. */
  unit: string;
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  qualifier?: string | undefined;
  /** What its source prints, among other numbers perhaps; it decides on zeros at the end: 8.50. */
  printed?: string | undefined;
}

const noBreak = '\u00a0';

/** 14.2 → "14.2"; 85000000 → "85 million"; 13000 → "13,000". A true minus sign, never a hyphen. */
export function printNumber(value: number): string {
  const size = Math.abs(value);
  const text =
    size >= 1e6 && value % 1e5 === 0
      ? `${value / 1e6}${noBreak}million`
      : size >= 1e4
        ? value.toLocaleString(region)
        : String(value);
  return text.replace('-', '−');
}

/**
 * Prints a figure in one of the forms a lesson may ask for.
 *
 * @throws {Error} when the form does not fit: only a percentage can be read as "x of 100", and only one
 *   up to a half, which the source does not hedge, as "about 1 in x".
 */
export function printFigure(figure: PrintableFigure, form: FigureForm = 'full'): string {
  const { value, low, high, unit, qualifier, printed = '' } = figure;
  const hedged = (text: string) => (qualifier ? `${qualifier} ${text}` : text);
  if (form === 'in-hundred' || form === 'one-in') {
    if (value === undefined || unit !== '%') {
      const kind = value === undefined ? 'a range' : `in ${unit || 'no unit'}`;
      throw new Error(`The form ${form} needs a single percentage; this figure is ${kind}.`);
    }
    if (form === 'in-hundred') return hedged(`${Math.round(value)} of 100`);
    if (value <= 0 || value > 50 || (qualifier ?? 'about') !== 'about') {
      throw new Error(`The form one-in cannot say ${hedged(`${value} %`)}.`);
    }
    return `about 1 in ${Math.round(100 / value)}`;
  }
  const show = (x: number) =>
    form === 'rounded' ? printNumber(Math.round(x)) : withDecimals(x, decimalsOf(x, printed));
  const number = value !== undefined ? show(value) : `${show(low!)}–${show(high!)}`;
  return form === 'bare' ? hedged(number) : `${hedged(number)}${printUnit(unit)}`;
}

function printUnit(unit: string): string {
  if (unit === 'share' || unit === 'ratio' || unit === '') return '';
  return `${noBreak}${unit}`;
}

/** A published figure with the standard error that its source prints. */
interface PublishedFigure extends PrintableFigure {
  se?: number | undefined;
}

/**
 * Prints a published figure with as many decimals as its source does, and with its standard error:
 * "78.4 ± 3.1 %", "about 0.30 %", "0.0–16.5 %".
 *
 * @param printed the value as recorded from the source, which holds all numbers of the figure.
 */
export function printAsPublished(figure: PublishedFigure, printed: string): string {
  const { value, low, high, se, unit, qualifier } = figure;
  const show = (x: number) => withDecimals(x, decimalsOf(x, printed));
  const number = value !== undefined ? show(value) : `${show(low!)}–${show(high!)}`;
  const error = se === undefined ? '' : `${noBreak}±${noBreak}${show(se)}`;
  return `${qualifier ? `${qualifier} ` : ''}${number}${error}${printUnit(unit)}`;
}

/** How many decimals a number has where it first stands in a text; none where it does not. */
function decimalsOf(value: number, text: string): number {
  const [found = ''] = [...text.matchAll(/\d+(?:\.\d+)?/g)]
    .map(([digits]) => digits)
    .filter((digits) => Number(digits) === Math.abs(value));
  return found.split('.')[1]?.length ?? 0;
}

/** A number with at least so many decimals. */
function withDecimals(value: number, decimals: number): string {
  const own = String(value).split('.')[1]?.length ?? 0;
  return decimals > own ? value.toFixed(decimals).replace('-', '−') : printNumber(value);
}
