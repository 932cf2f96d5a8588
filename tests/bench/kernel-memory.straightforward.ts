import { seededRandom } from '../../src/models/random.ts';
import { learning, type Lesson } from '../../src/models/kernel-memory.ts';

/**
 * The kernel memory as a textbook has it: examples that know their place, and a distance worked out
 * wherever it is asked for. `src/models/kernel-memory.ts` learns the same.
 *
 * @returns α, one for each example.
 */
export function learnStraightforwardly({ xs, ys, actions, prior, width }: Lesson): number[] {
  const examples = Array.from(xs, (x, i) => ({
    x,
    y: ys[i]!,
    action: actions[i]!,
    prior: prior[i]!,
    pull: 0,
  }));
  type Example = (typeof examples)[number];
  const nearness = (one: Example, other: Example) =>
    Math.exp(-((one.x - other.x) ** 2 + (one.y - other.y) ** 2) / (2 * width ** 2));

  for (let step = 0; step < learning.steps; step += 1) {
    const errors = examples.map((example) => {
      const heard = examples.reduce((sum, other) => sum + other.pull * nearness(example, other), 0);
      return example.action - 1 / (1 + Math.exp(-(example.prior + heard)));
    });
    for (const [i, example] of examples.entries()) example.pull += learning.rate * errors[i]!;
  }
  return examples.map(({ pull }) => pull);
}

/** A lesson of examples strewn over the plane, each with an action drawn at random. */
export function drawLesson(size: number, seed: number): Lesson {
  const random = seededRandom(seed);
  const coordinates = () => new Float64Array(size).map(() => 4 * random() - 2);
  return {
    xs: coordinates(),
    ys: coordinates(),
    actions: new Float64Array(size).map(() => Math.round(random())),
    prior: new Float64Array(size).map(() => random() - 0.5),
    width: 0.6,
  };
}
