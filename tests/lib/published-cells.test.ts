import { expect, test } from 'vitest';
import { publishedCells, variationRows } from '../../src/lib/published-cells.ts';
import { readEvidence, readPromptVariations } from '../../src/lib/read-content.ts';

const variations = readPromptVariations();
const evidence = readEvidence();

test('the rows of the calibration are the prompts they are called after', () => {
  const names = Object.entries(variationRows).map(([row, number]) => {
    const { setting, name } = variations.find((variation) => variation.row === number)!;
    expect(setting).toBe('helpful-only');
    return [row, name];
  });
  expect(Object.fromEntries(names)).toEqual({
    default: 'default',
    noObjective: 'cut conflicting criteria',
    paraphrased: 'paraphrased 5',
    noRlhfDescription: 'cut rlhf info',
    toldNotToCare: 'changes intended to reduce alignment-faking',
    openAi: 'OpenAI is AI company',
    noExamples: 'cut examples',
  });
});

test('rows that Table 2 prints too agree with it', () => {
  const cells = publishedCells(variations, evidence);
  for (const [row, id] of [
    ['default', 'G24-027'],
    ['openAi', 'G24-029'],
    ['noExamples', 'G24-031'],
  ] as const) {
    const { af, refuse_train, refuse_unmonitored } = evidence.get(id)!.figures!;
    const ours = cells.filter((cell) => cell.row === row).slice(0, 3);
    expect(ours.map(({ value, standardError }) => [value, standardError])).toEqual(
      [af, refuse_train, refuse_unmonitored].map((figure) => [figure!.value, figure!.se]),
    );
  }
});

test('conditional rates carry the binomial errors that the printed ones imply', () => {
  const conditional = publishedCells(variations, evidence).slice(21);
  expect(conditional).toEqual([
    { row: 'default', quantity: 'refuseArguedFree', value: 32, standardError: 5.7 },
    { row: 'default', quantity: 'refuseUnarguedFree', value: 99, standardError: 0.6 },
    { row: 'default', quantity: 'refuseArguedPaid', value: 99, standardError: 0.8 },
  ]);
});

test('a missing row or figure is named', () => {
  expect(() => publishedCells([], evidence)).toThrow('no row 1');
  expect(() => publishedCells(variations, new Map())).toThrow('G24-012 ho_prompted_with_af');
});
