import type { QLearning } from '../../src/models/q-learning.ts';
import { seededRandom } from '../../src/models/random.ts';
import { ENDS, type TabularWorld } from '../../src/models/tabular-world.ts';

/**
 * Q-learning as a textbook would write it: a row of values for each state, and a search through it
 * whenever the best is asked for. `src/models/q-learning.ts` comes to the same, bit for bit.
 */
export class StraightforwardQLearner {
  /** `values[state][action]`. */
  values: number[][];
  private random: () => number;
  private state = ENDS;
  private age = 0;

  constructor(
    private world: TabularWorld,
    private options: QLearning,
  ) {
    this.random = seededRandom(options.seed);
    this.values = Array.from({ length: world.states }, () =>
      new Array<number>(world.actions).fill(options.startValue ?? 0),
    );
  }

  learn(steps: number): void {
    for (let step = 0; step < steps; step++) this.takeStep();
  }

  private takeStep(): void {
    const { actions, next, reward, starts, longestEpisode } = this.world;
    const { learningRate, discount } = this.options;
    if (this.state === ENDS || this.age === longestEpisode) {
      this.state = starts[Math.floor(this.random() * starts.length)]!;
      this.age = 0;
    }
    const row = this.values[this.state]!;
    const action = this.choose(row);
    const cell = this.state * actions + action;
    const reached = next[cell]!;
    const ahead = reached === ENDS ? 0 : Math.max(...this.values[reached]!);
    row[action]! += learningRate * (reward[cell]! + discount * ahead - row[action]!);
    this.state = reached;
    this.age += 1;
  }

  private choose(row: number[]): number {
    const { exploration } = this.options;
    const draw = this.random();
    if (draw < exploration) return Math.floor((draw / exploration) * row.length);
    return row.indexOf(Math.max(...row));
  }
}
