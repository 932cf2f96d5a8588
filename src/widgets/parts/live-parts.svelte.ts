import { untrack } from 'svelte';

/**
 * What a heavy figure needs only once its outcome may be seen: its picture, its models, its longer
 * words. Until they are there the page's own picture stands for them, and a failed fetch loses nothing.
 */
export class LiveParts<Parts> {
  /** Undefined until the parts have arrived. */
  parts: Parts | undefined = $state.raw();
  /** True after a fetch that failed, until it is tried again. */
  failed = $state(false);

  /**
   * To be made while a component is set up: it fetches by itself as soon as `wanted` is true.
   *
   * @param load fetches the parts, and throws where they cannot be had.
   */
  constructor(
    private readonly load: () => Promise<Parts>,
    wanted: () => boolean,
  ) {
    $effect(() => {
      if (wanted()) void untrack(this.fetch);
    });
  }

  /** Fetches the parts, once; after a failure again. */
  fetch = async (): Promise<void> => {
    this.failed = false;
    try {
      this.parts ??= await this.load();
    } catch {
      this.failed = true;
    }
  };
}
