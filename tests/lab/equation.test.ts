import { expect, it } from 'vitest';
import { mathMl } from '../../src/lab/equation.ts';

it('draws TeX as MathML without the style attributes that the policy refuses', () => {
  const drawn = mathMl(
    '\\hat{A} = \\begin{cases} \\frac{1}{2} & x > 0 \\\\ 0 & \\text{else} \\end{cases}',
    true,
  );
  expect(drawn).toMatch(/^<math display="block">/);
  expect(drawn).toContain('<mfrac><mn>1</mn><mn>2</mn></mfrac>');
  expect(drawn).not.toMatch(/style=|class=/);
});

it('says which TeX it cannot read', () => {
  expect(() => mathMl('\\frac{1}', false)).toThrow('“\\frac{1}” is no TeX');
});
