// The power of a test for a compliance gap, where the model recognises the test and hides a part.
import { fisherPower } from 'unwatched-models/fisher-exact';
import { measuredShare, recognition } from 'unwatched-models/test-awareness';
import { zPower } from 'unwatched-models/two-proportions';

// Compliance in training and in use: Greenblatt et al. 2024, Table 1.
const training = 0.142;
const use = 0.028;
// How well tests are recognised, as an area under the curve: Needham et al. 2025, the best model.
const share = measuredShare(recognition(0.83));

const inUse = { first: training, second: use, alpha: 0.05 };
const asPrinted = { ...inUse, second: training - share * (training - use) };
const percent = (power) => Number((100 * power).toFixed(1));

console.table(
  [10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000].map((perArm) => ({
    prompts: perArm,
    inUseFormula: percent(zPower({ ...inUse, perArm })),
    printedFormula: percent(zPower({ ...asPrinted, perArm })),
    inUseExact: percent(fisherPower({ ...inUse, perArm })),
    printedExact: percent(fisherPower({ ...asPrinted, perArm })),
  })),
);
