import { requests } from './control-room.ts';

/** Time between two requests of the film, in ms: the whole stream in ten seconds. */
const frameTime = 50;

/** How far the stream has gone, and the film of it. Made while its component is. */
export class Playback {
  playing: boolean = $state(false);
  /** Requests that have gone through; all of them at rest. */
  gone: number = $state(requests);

  constructor() {
    $effect(() => {
      if (!this.playing) return;
      const timer = setInterval(() => this.goOn(), frameTime);
      return () => clearInterval(timer);
    });
  }

  /** Goes on, or starts anew from the end. */
  play(): void {
    if (this.gone === requests) this.gone = 0;
    this.playing = true;
  }

  pause(): void {
    this.playing = false;
  }

  /** One request more; after the last one the stream begins again. */
  step(): void {
    this.playing = false;
    this.gone = this.gone === requests ? 1 : this.gone + 1;
  }

  toEnd(): void {
    this.playing = false;
    this.gone = requests;
  }

  private goOn(): void {
    this.gone += 1;
    if (this.gone >= requests) this.toEnd();
  }
}
