import type { Level, Move } from '../../models/corridor-world.ts';
import { highestSeed, type CorridorState } from './coin-corridor.ts';
import { levelOf, walkOn, type ReaderWalk } from './walking.ts';

/** The level on the board, and the reader in it. */
export class Play {
  /** The reader's walk, and the number of the level that it goes through. */
  private walked: { number: number; walk: ReaderWalk } | undefined = $state.raw();
  private askedFor: boolean = $state(false);
  readonly level: Level = $derived.by(() => levelOf(this.number));
  readonly reader: ReaderWalk = $derived.by(() =>
    this.walked?.number === this.number
      ? this.walked.walk
      : { cells: [this.level.start], outcome: undefined },
  );

  /** @param values the state of the figure, which holds the number of the level. */
  constructor(private readonly values: () => CorridorState) {}

  /** Number of the level, from which it was drawn. */
  get number(): number {
    return this.values().level;
  }

  /** True on a level that the reader asked for, until the reader has walked it: the learner waits. */
  get readerFirst(): boolean {
    return this.askedFor && this.reader.outcome === undefined;
  }

  move(move: Move): void {
    if (this.reader.outcome !== undefined) return;
    this.walked = { number: this.number, walk: walkOn(this.reader, this.level, move) };
  }

  again(): void {
    this.walked = undefined;
  }

  another(): void {
    this.walked = undefined;
    this.askedFor = true;
    this.values().level = (this.number % highestSeed) + 1;
  }

  letLearnerWalk(): void {
    this.askedFor = false;
  }

  reset(): void {
    this.walked = undefined;
    this.askedFor = false;
  }
}
