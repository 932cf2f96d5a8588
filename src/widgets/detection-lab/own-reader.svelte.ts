import { fill } from '../../lib/fill.ts';
import { runJob, type Run } from '../../workers/job.ts';
import { loadParser } from './load-parser.ts';
import { analyse } from './own-analysis.ts';
import { columnsOf, recognise, type Choice } from './own-columns.ts';
import { countReplies, type Counted } from './own-counts.ts';
import { decode, isFault, mostBytes, readSheet, type Parse, type Sheet } from './own-sheet.ts';
import { readTyped, rebuiltExample, type Typed } from './own-typed.ts';
import {
  sheetFaultText,
  typedFaultText,
  type OwnLabels,
  type OwnShown,
  type Work,
} from './own-wording.ts';

/**
 * What a reader brings, on its way from a file, a paste or four fields to an analysis. What is shown
 * stays until something else has been analysed, whatever goes wrong on the way.
 */
export class OwnReader {
  /** The last analysis. */
  shown: OwnShown | undefined = $state.raw();
  /** What was wrong with the last thing brought, as a sentence. */
  problem: string = $state('');
  /** Tries again what failed for no fault of the table. */
  retry: (() => void) | undefined = $state.raw();
  /** What is under way. */
  work: Work | undefined = $state.raw();
  /** A table that was read, and what is known of its columns. */
  table: { sheet: Sheet; name: string; choice: Choice } | undefined = $state.raw();
  /** Whether its columns are for the reader to choose. */
  choosing: boolean = $state(false);
  /** What came of counting it, while faulty lines wait for a decision. */
  counted: Counted | undefined = $state.raw();
  /** What is shown stems from something other than what was brought last. */
  readonly stale: boolean = $derived(
    this.shown !== undefined &&
      (this.problem !== '' ||
        this.work !== undefined ||
        this.counted !== undefined ||
        this.choosing),
  );
  private run: Run | undefined;
  /** Grows with everything that is brought, so that what comes late is known as late. */
  private turn = 0;

  constructor(private readonly labels: OwnLabels) {}

  takeTyped(typed: Typed, name: string): void {
    this.begin();
    const counts = readTyped(typed);
    if ('kind' in counts) this.problem = typedFaultText(this.labels, counts);
    else this.shown = { analysis: analyse(counts), name, repeated: 0, example: false };
  }

  takeExample(): void {
    this.takeTyped(rebuiltExample, this.labels.names.example);
    if (this.shown) this.shown = { ...this.shown, example: true };
  }

  async takeFile(file: File): Promise<void> {
    const mine = this.begin();
    const name = fill(this.labels.names.file, { file: file.name });
    if (file.size > mostBytes) {
      this.fail(sheetFaultText(this.labels, name, { kind: 'tooLarge', most: mostBytes }));
      return;
    }
    this.work = { kind: 'opening', name };
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      if (mine === this.turn) this.fail(this.unreadable(name));
      return;
    }
    if (mine !== this.turn) return;
    const text = decode(bytes);
    if (typeof text === 'string') await this.takeText(text, name);
    else this.fail(sheetFaultText(this.labels, name, text));
  }

  async takeText(text: string, name: string): Promise<void> {
    const mine = this.begin();
    this.work = { kind: 'opening', name };
    let parse: Parse;
    try {
      parse = await loadParser();
    } catch {
      if (mine !== this.turn) return;
      this.fail(this.labels.sheetFaults.noReader);
      this.retry = () => void this.takeText(text, name);
      return;
    }
    if (mine !== this.turn) return;
    this.run = runJob(
      readSheet,
      { text, parse },
      {
        onframe: (progress) => (this.work = { kind: 'reading', name, progress }),
        onfail: () => this.fail(this.unreadable(name)),
        ondone: (sheet) => {
          this.work = undefined;
          if (isFault(sheet)) {
            this.fail(sheetFaultText(this.labels, name, sheet));
            return;
          }
          this.table = { sheet, name, choice: recognise(sheet) };
          this.choosing = !columnsOf(this.table.choice);
          this.count();
        },
      },
      'fast',
    );
  }

  choose(choice: Choice): void {
    if (this.table) this.table = { ...this.table, choice };
  }

  /** Counts the table where its columns are known. */
  count(): void {
    const columns = this.table && columnsOf(this.table.choice);
    if (!this.table || !columns) return;
    this.end();
    this.problem = '';
    this.counted = undefined;
    this.choosing = false;
    const { sheet, name } = this.table;
    this.work = { kind: 'counting', name };
    this.run = runJob(
      countReplies,
      { sheet, columns },
      {
        onframe: (progress) => (this.work = { kind: 'counting', name, progress }),
        onfail: () => this.fail(this.unreadable(name)),
        ondone: (result) => {
          this.work = undefined;
          this.counted = result;
          if (result.faultCount === 0) this.use(result);
        },
      },
      'fast',
    );
  }

  /** Analyses what could be counted. */
  use({ counts, repeated }: Counted): void {
    const { name } = this.table!;
    const { first, second } = counts.table;
    if (first.yes + first.no === 0 || second.yes + second.no === 0) {
      this.problem = fill(this.labels.oneCondition, { name });
      return;
    }
    this.counted = undefined;
    this.shown = { analysis: analyse(counts), name, repeated, example: false };
  }

  /** Gives up what is under way, and says so. */
  stop(): void {
    if (!this.work) return;
    const { name } = this.work;
    this.end();
    this.problem = fill(this.labels.stopped, { name });
  }

  /** Ends what is under way without a word. */
  end(): void {
    this.turn += 1;
    this.run?.stop();
    this.work = undefined;
  }

  /** Forgets what was brought before, but not what is shown of it. */
  private begin(): number {
    this.end();
    this.problem = '';
    this.retry = undefined;
    this.table = undefined;
    this.choosing = false;
    this.counted = undefined;
    return this.turn;
  }

  private fail(sentence: string): void {
    this.work = undefined;
    this.problem = sentence;
  }

  private unreadable(name: string): string {
    return fill(this.labels.sheetFaults.unreadable, { name });
  }
}
