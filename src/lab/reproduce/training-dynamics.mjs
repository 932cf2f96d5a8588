// What reward does to alignment faking: selection among what was there before the training.
import {
  forecastFaking,
  leak,
  sharesOf,
  standardScore,
  tilt,
} from 'unwatched-models/training-dynamics';

// Before training, default prompt: Greenblatt et al. 2024, Table 2. Errors are standard errors.
const [faking, refusal, refusalError, unmonitored] = [0.119, 0.858, 0.019, 0.972];
// How far training reaches beyond its own condition; set to meet the published end.
const leakage = 0.88;

// Refusals earn the same with the reasoning as without, so they need not be told apart.
const start = sharesOf({ faking, refusal, followThrough: 1 });
const percent = (share) => Number((100 * share).toFixed(1));
console.table(
  Array.from({ length: 13 }, (_, pressure) => {
    const { fakes, refuses } = tilt(start, pressure);
    const inUse = leak(unmonitored, pressure, leakage);
    return {
      pressure,
      fakes: percent(fakes),
      refusesTraining: percent(refuses),
      refusesUnmonitored: percent(inUse),
      gap: percent(inUse - refuses),
    };
  }),
);

// After training: no refusal left, and so much faking.
const measured = { value: 0.784, se: 0.031 };
const before = { faking: { value: faking }, refusal: { value: refusal, se: refusalError } };
const rule = forecastFaking(before, 0);
const z = Number(standardScore(measured, rule).toFixed(2));
console.log('The rule for the end, its error, and how far off the measurement lies:');
console.table([{ fakes: percent(rule.value), error: percent(rule.se), z }]);
