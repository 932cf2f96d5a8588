// Alignment faking over horizons, for three ways to share out the guarding of goals.
import { guardingRates, publishedSetting } from 'unwatched-models/goal-guarding';

const percent = (rate) => Number((100 * rate).toFixed(1));
const faking = (setting) => percent(guardingRates(setting).alignmentFaking);
const row = (discount) => {
  const setting = { ...publishedSetting, discount };
  const rates = guardingRates(setting);
  return {
    faked: percent(rates.alignmentFaking),
    terminalOnly: faking({ ...setting, terminalShare: 1 }),
    instrumentalOnly: faking({ ...setting, terminalShare: 0 }),
    answeredTraining: percent(rates.complyTraining),
    answeredDeployment: percent(rates.complyDeployment),
    gap: percent(rates.gap),
  };
};

console.log('As published:');
console.table([row(publishedSetting.discount)]);
console.log('Over horizons, from one chat to a hundred:');
console.table([0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99].map(row));
