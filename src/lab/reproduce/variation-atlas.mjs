// The lines through the published prompt variations: gap by faking reasoning, in either setting.
// Fetch prompt-variations.csv from the site, then: node variation-atlas.mjs prompt-variations.csv
import { readFileSync } from 'node:fs';
import { resampleLines } from 'unwatched-models/bootstrap';

const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n').slice(1);
// A name may hold commas, so the numbers are counted from the end of a line.
const points = lines.map((line) => {
  const cells = line.split(',');
  return { setting: cells[1], af: Number(cells.at(-8)), gap: Number(cells.at(-2)) };
});

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const covariance = (xs, ys) => mean(xs.map((x, i) => x * ys[i])) - mean(xs) * mean(ys);
const two = (value) => Number(value.toFixed(2));

console.table(
  ['helpful-only', 'animal-welfare'].map((setting) => {
    const own = points.filter((point) => point.setting === setting);
    const [af, gap] = [own.map((point) => point.af), own.map((point) => point.gap)];
    const slopes = resampleLines(af, gap, 2000, 1).slopes.sort();
    return {
      setting,
      r: two(covariance(af, gap) / Math.sqrt(covariance(af, af) * covariance(gap, gap))),
      slope: two(covariance(af, gap) / covariance(af, af)),
      low: two((slopes[49] + slopes[50]) / 2),
      high: two((slopes[1949] + slopes[1950]) / 2),
    };
  }),
);
