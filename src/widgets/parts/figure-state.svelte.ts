import { readLink, writeLink, type LinkSchema, type LinkValues } from './link-state.ts';

/** Where a reader is with the prediction that opens a figure. */
export type PredictionStatus = 'open' | 'committed' | 'skipped';

/**
 * What a figure shows, apart from how it is drawn: its values, which the address mirrors, and the
 * reader's prediction, which it does not (a shared link shows a state, not somebody's guess).
 */
export class FigureState<Values extends LinkValues> {
  values: Values = $state() as Values;
  prediction: PredictionStatus = $state('open');
  /** Set when the address held something that could not be shown. */
  fault: 'broken' | 'foreign' | undefined = $state();
  /** The fragment that reproduces what is shown. */
  fragment = $derived.by(() => writeLink(this.name, this.values, this.defaults));

  constructor(
    readonly name: string,
    readonly defaults: Values,
    private readonly schema: LinkSchema<Values>,
    options: { predict: boolean } = { predict: false },
  ) {
    this.values = { ...defaults };
    if (!options.predict) this.prediction = 'skipped';
  }

  /** True once the outcome may be seen. */
  get revealed(): boolean {
    return this.prediction !== 'open';
  }

  /** Takes the state from an address; called once the page runs, never while it is rendered. */
  restore(fragment: string, namesOnPage: string[]): void {
    const reading = readLink(fragment, this.name, this.schema, namesOnPage);
    this.fault = undefined;
    if (reading.kind === 'state') {
      this.values = { ...this.defaults, ...reading.values };
      if (this.prediction === 'open') this.prediction = 'skipped';
    } else if (reading.kind === 'broken') {
      this.fault = 'broken';
    } else if (reading.kind === 'foreign' && namesOnPage[0] === this.name) {
      // One notice a page is enough: the first figure speaks for a link that belongs elsewhere.
      this.fault = 'foreign';
    }
  }

  /** Back to the values at rest. The prediction stays: it was made. */
  reset(): void {
    this.values = { ...this.defaults };
    this.fault = undefined;
  }
}
