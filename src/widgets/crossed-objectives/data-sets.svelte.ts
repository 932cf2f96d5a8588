import { untrack } from 'svelte';
import type { Base } from '../../models/crossed-objectives.ts';
import type { Survey } from '../../models/crossed-objectives-survey.ts';
import type { jobs } from '../../workers/crossed-objectives.ts';
import url from '../../workers/crossed-objectives.worker.ts?worker&url';
import { runJob } from '../../workers/job.ts';
import {
  startJob,
  type JobFailure,
  type JobSource,
  type JobTrouble,
} from '../../workers/start-job.ts';
import { defaults, unpackPulls, type Handover } from './crossed-objectives.ts';
import { tryOut, type Trial, type TrialSettings } from './trial.ts';

const source: JobSource<typeof jobs> = {
  url,
  load: () => import('../../workers/crossed-objectives.ts'),
};

/** A slider on its way sets many values; only one that stays is worth twenty data sets. */
const rest = 200;

/** The data set that is shown, the fine-tuning tried on it, and averages over many others. */
export class DataSets {
  /** The base that is shown; while another is being learned, still the last one. */
  base: Base | undefined = $state.raw();
  baseTrouble: JobTrouble | undefined = $state();
  /** The last fine-tuning tried on a base. */
  trial: Trial | undefined = $state.raw();
  /** The averages for the present fine-tuning, as soon as they are there. */
  survey: Survey | undefined = $state.raw();
  surveyFailed: boolean = $state(false);

  private readonly known: Record<string, Survey> = {};
  private bases: Base[] | undefined;
  private trying = false;
  private wanted: TrialSettings | undefined;

  constructor(private readonly handover: Pick<Handover, 'pulls' | 'survey'>) {
    const { width, spread } = defaults;
    this.known[`${width} ${spread}`] = handover.survey;
  }

  /** Goes over to another seed. @returns what calls it off. */
  takeSeed(seed: number): (() => void) | undefined {
    this.baseTrouble = undefined;
    // Else the base, once it is there, would start this anew and take back what was said of its job.
    if (untrack(() => this.base)?.seed === seed) return undefined;
    const handlers = {
      ondone: (base: Base) => (this.base = base),
      onrestart: () => (this.baseTrouble = 'restarted'),
      onfail: (why: JobFailure) => (this.baseTrouble = why),
    };
    const job =
      seed === defaults.seed
        ? startJob(source, 'restore', { seed, pulls: unpackPulls(this.handover.pulls) }, handlers)
        : startJob(source, 'base', seed, handlers);
    return () => job.stop();
  }

  /**
   * Tries a fine-tuning on a base, in slices on this thread, because a slider cannot wait for a worker
   * to start. What is under way comes to its end first, so that the picture follows a moving slider.
   */
  tryOut(settings: TrialSettings): void {
    this.wanted = settings;
    if (!this.trying) this.tryWanted();
  }

  private tryWanted(): void {
    const { wanted } = this;
    this.wanted = undefined;
    this.trying = wanted !== undefined;
    if (!wanted) return;
    const hooks = {
      onframe: () => undefined,
      ondone: (trial: Trial) => {
        this.trial = trial;
        this.tryWanted();
      },
      onfail: (error: unknown) => {
        this.trying = false;
        throw error;
      },
    };
    runJob(tryOut, wanted, hooks, 'fast');
  }

  /** Averages a fine-tuning, in hundredths, over the data sets. @returns what calls it off. */
  average(width: number, spread: number): (() => void) | undefined {
    const name = `${width} ${spread}`;
    const known = this.known[name];
    this.survey = known;
    this.surveyFailed = false;
    if (known) return undefined;
    let job: ReturnType<typeof startJob> | undefined;
    const timer = setTimeout(() => {
      job = startJob(
        source,
        'survey',
        { bases: this.bases, tuning: { width: width / 100, spread: spread / 100 } },
        {
          ondone: ({ bases, survey }) => {
            this.bases ??= bases;
            this.known[name] = survey;
            this.survey = survey;
          },
          // It goes on saying that it averages; only the wait is longer.
          onrestart: () => undefined,
          onfail: () => (this.surveyFailed = true),
        },
      );
    }, rest);
    return () => {
      clearTimeout(timer);
      job?.stop();
    };
  }
}
