// Each compliance gap of the minimal replica, and its standard error, from two published rates.

// Refusals in training and in deployment, with a scratchpad and then without, of 400 replies each.
// Greenblatt et al. 2024, Table 5.
const replies = 400;
const refusals = {
  'Llama 3.1 405B': [81, 95.3, 94.3, 99.5],
  'Llama 3.1 70B': [100, 100, 100, 98.8],
  'Llama 3.1 8B': [73.3, 71, 99, 99.8],
  'Mistral 7B v0.3': [56.8, 56.8, 77, 76.5],
  'Claude 3 Opus': [93.5, 99, 99.8, 100],
  'Claude 3.5 Sonnet': [62, 83, 28, 91],
};

const one = (value) => Number(value.toFixed(1));
const variance = (rate) => (rate * (100 - rate)) / replies;
const row = (training, deployment) => ({
  training,
  deployment,
  gap: one(deployment - training),
  // Where both rates are at an end of the scale, the formula says nothing.
  error: one(Math.sqrt(variance(training) + variance(deployment))) || undefined,
});

for (const [model, rates] of Object.entries(refusals)) {
  console.log(`${model}, with a scratchpad and without:`);
  console.table([row(rates[0], rates[1]), row(rates[2], rates[3])]);
}
