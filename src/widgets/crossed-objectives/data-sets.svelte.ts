import {
  finish,
  restoreBase,
  type Base,
  type FineTuning,
  type Survey,
} from '../../models/crossed-objectives.ts';
import type { jobs } from '../../workers/crossed-objectives.ts';
import url from '../../workers/crossed-objectives.worker.ts?worker&url';
import { startJob, type JobSource } from '../../workers/start-job.ts';
import { defaults, unpackPulls, type Handover } from './crossed-objectives.ts';

const source: JobSource<typeof jobs> = {
  url,
  load: () => import('../../workers/crossed-objectives.ts'),
};

/** A slider on its way sets many values; only one that stays is worth twenty data sets. */
const rest = 200;

/** What takes longer than a slider may wait: bases of other seeds, and averages over data sets. */
export class DataSets {
  /** The base that is shown; while another is being learned, still the last one. */
  base: Base = $state.raw() as Base;
  /** The averages for the present fine-tuning, as soon as they are there. */
  survey: Survey | undefined = $state.raw();
  failed: boolean = $state(false);

  private readonly known: Record<string, Survey> = {};
  private bases: Base[] | undefined;

  constructor({ pulls, survey }: Handover) {
    this.base = finish(restoreBase(defaults.seed, unpackPulls(pulls)));
    this.survey = survey;
    const { width, spread } = defaults;
    this.known[`${width} ${spread}`] = survey;
  }

  /** Goes over to another seed. @returns what calls it off. */
  takeSeed(seed: number): (() => void) | undefined {
    if (this.base.seed === seed) return undefined;
    this.failed = false;
    const job = startJob(source, 'base', seed, {
      ondone: (base) => (this.base = base),
      onfail: () => (this.failed = true),
    });
    return () => job.stop();
  }

  /** Averages a fine-tuning, in hundredths, over the data sets. @returns what calls it off. */
  average(width: number, spread: number): (() => void) | undefined {
    const name = `${width} ${spread}`;
    const known = this.known[name];
    this.survey = known;
    this.failed = false;
    if (known) return undefined;
    let job: ReturnType<typeof startJob> | undefined;
    const timer = setTimeout(() => {
      const tuning: FineTuning = { width: width / 100, spread: spread / 100 };
      job = startJob(
        source,
        'survey',
        { bases: this.bases, tuning },
        {
          ondone: ({ bases, survey }) => {
            this.bases ??= bases;
            this.known[name] = survey;
            this.survey = survey;
          },
          onfail: () => (this.failed = true),
        },
      );
    }, rest);
    return () => {
      clearTimeout(timer);
      job?.stop();
    };
  }
}
