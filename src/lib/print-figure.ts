import type { FigureForm } from '../schemas/tags.ts';

/** A number with what is needed to print it: a published figure or one from a model. */
export interface PrintableFigure {
  /** '%', 'points', 'share', 'ratio', 'AUC' or a plain noun such as 'models'. */
  unit: string;
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  qualifier?: string | undefined;
}

const noBreak = '\u00a0';

/** 14.2 → "14.2"; 85000000 → "85 million"; 13000 → "13,000". A true minus sign, never a hyphen. */
export function printNumber(value: number): string {
  const size = Math.abs(value);
  const text =
    size >= 1e6 && value % 1e5 === 0
      ? `${value / 1e6}${noBreak}million`
      : size >= 1e4
        ? value.toLocaleString('en-GB')
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
  const { value, low, high, unit, qualifier } = figure;
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
  const show = (x: number) => printNumber(form === 'rounded' ? Math.round(x) : x);
  const number = value !== undefined ? show(value) : `${show(low!)}–${show(high!)}`;
  return form === 'bare' ? hedged(number) : `${hedged(number)}${printUnit(unit)}`;
}

function printUnit(unit: string): string {
  if (unit === 'share' || unit === 'ratio' || unit === '') return '';
  return `${noBreak}${unit}`;
}
