/** Time between two looks at the boat, in ms. */
const frameTime = 110;

/** Which look at the boat is shown, and the film of all of them. Made while its component is. */
export class Playback {
  playing: boolean = $state(false);
  /** The look that was chosen; the last one unless given. */
  private chosen: number | undefined = $state();
  readonly look: number = $derived.by(() => Math.min(this.chosen ?? this.last(), this.last()));

  /** @param last number of the last look at the training that is shown. */
  constructor(private readonly last: () => number) {
    $effect(() => {
      if (!this.playing) return;
      const timer = setInterval(() => this.goOn(), frameTime);
      return () => clearInterval(timer);
    });
  }

  play(): void {
    if (this.look === this.last()) this.chosen = 0;
    this.playing = true;
  }

  /** Stays at the look that is shown. The last one goes on being the last of whatever is trained next. */
  pause(): void {
    this.playing = false;
    if (this.look === this.last()) this.chosen = undefined;
  }

  choose(look: number): void {
    this.playing = false;
    this.chosen = look;
  }

  backToTheEnd(): void {
    this.playing = false;
    this.chosen = undefined;
  }

  private goOn(): void {
    if (this.look < this.last()) this.chosen = this.look + 1;
    else this.pause();
  }
}
