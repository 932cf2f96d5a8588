import { printNumber } from '../lib/print-figure.ts';
import type { BankNumber } from './course.ts';

/**
 * The least and the greatest answer that count as right, as printed: "10.4" and "12.4". Rounded to the
 * decimals of what they are made of, so that 0.1 + 0.2 prints as 0.3.
 */
export function accepted({ answer, tolerance }: Pick<BankNumber, 'answer' | 'tolerance'>): {
  low: string;
  high: string;
} {
  const decimals = Math.max(
    ...[answer, tolerance].map((x) => String(x).split('.')[1]?.length ?? 0),
  );
  const print = (x: number) => printNumber(Number(x.toFixed(decimals)));
  return { low: print(answer - tolerance), high: print(answer + tolerance) };
}

/** What a page for paper opens with where nobody has chosen: Letter where it is sold, else A4. */
export function usualPaper(languages: readonly string[]): 'a4' | 'letter' {
  const region = languages.map((language) => /-([A-Z]{2})\b/.exec(language)?.[1]).find(Boolean);
  return region && /^(US|CA|MX|CL|CO|VE|PH|GT|CR|PA|DO|SV|HN|NI)$/.test(region) ? 'letter' : 'a4';
}
