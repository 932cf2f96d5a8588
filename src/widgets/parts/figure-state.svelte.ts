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
  /** What an assignment sets apart from the defaults. */
  private assigned: Partial<Values> = $state.raw({});
  /** The values that the figure goes back to. */
  readonly rest: Values = $derived.by(() => ({ ...this.defaults, ...this.assigned }));
  /** True once anything is set apart from the values at rest. */
  readonly changed: boolean = $derived.by(() =>
    Object.entries(this.values).some(([key, value]) => value !== this.rest[key]),
  );
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

  /**
   * Takes the state from an address; called once the page runs, never while it is rendered.
   *
   * @param open on a page of the lab nothing is asked before the figure is shown
   */
  restore(fragment: string, namesOnPage: string[], open = false): void {
    if (open && this.prediction === 'open') this.prediction = 'skipped';
    const reading = readLink(fragment, this.name, this.schema, namesOnPage);
    this.fault = undefined;
    if (reading.kind === 'state') this.show({ ...this.defaults, ...reading.values });
    else if (reading.kind === 'broken') {
      this.fault = 'broken';
    } else if (reading.kind === 'foreign' && namesOnPage[0] === this.name) {
      // One notice a page is enough: the first figure speaks for a link that belongs elsewhere.
      this.fault = 'foreign';
    }
  }

  /**
   * Takes the state that an assignment gives as the one at rest. What the address or the reader has set
   * already stays.
   */
  assign(fragment: string): void {
    const reading = readLink(fragment, this.name, this.schema, [this.name]);
    if (reading.kind === 'broken') this.fault = 'broken';
    if (reading.kind !== 'state') return;
    const untouched = !this.changed;
    this.assigned = reading.values;
    if (untouched) this.show({ ...this.rest });
  }

  private show(values: Values): void {
    this.values = values;
    if (this.prediction === 'open') this.prediction = 'skipped';
  }

  /** Back to the values at rest. The prediction stays: it was made. */
  reset(): void {
    this.values = { ...this.rest };
    this.fault = undefined;
  }
}
