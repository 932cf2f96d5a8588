/**
 * The constants of the cue model, each with what it means and where its default comes from.
 *
 * `measured` defaults are published figures or plain arithmetic on them (the source says so),
 * `fitted` ones come from the weighted least-squares fit, `illustrative` ones are conventions chosen
 * here with no evidence behind them.
 */

/** One constant of the cue model. */
export interface Parameter {
  /** As written in the equations. */
  symbol: string;
  /** What it stands for in the world. */
  meaning: string;
  unit: 'probability' | 'factor' | 'util' | '1/util' | 'logit';
  default: number;
  /** What a slider offers; the equations hold beyond it. */
  min: number;
  max: number;
  mark: 'measured' | 'fitted' | 'illustrative';
  /** Bibliography key and place, with the arithmetic where the default is derived. */
  source: string;
  /** Entries of content/evidence that the default rests on. */
  evidence?: readonly string[];
  /**
   * Parameters that move the published rows in the same way, so that no published table could tell
   * a change in this one from a change in them.
   */
  tradesOffWith?: readonly string[];
}

/** The constants, in the order in which the equations use them. */
export const parameters = {
  situationalAwareness: {
    symbol: 'a',
    meaning: 'chance that the tag which tells training from deployment is registered',
    unit: 'probability',
    default: 0.94,
    min: 0,
    max: 1,
    mark: 'measured',
    source: 'greenblatt2024, Appendix B.2: free-tier scratchpads aware of being in training',
    evidence: ['G24-085'],
    tradesOffWith: ['conflictNoticing', 'reasoningReach'],
  },
  implicitSalience: {
    symbol: 'sal',
    meaning: 'how much of that awareness is left when only the other tier carries a tag',
    unit: 'factor',
    default: 0.53 / 0.94,
    min: 0,
    max: 1,
    mark: 'measured',
    source: 'greenblatt2024, Appendix B.2: derived as 0.53 / 0.94',
    evidence: ['G24-085'],
  },
  conflictNoticing: {
    symbol: 'n',
    meaning: 'chance of noticing that its preferences conflict with the objective, once aware',
    unit: 'probability',
    default: 0.8,
    min: 0,
    max: 1,
    mark: 'measured',
    source: 'greenblatt2024, Figure 6: derived as 0.75 / 0.94, taking the stages as nested',
    evidence: ['G24-008', 'G24-085'],
    tradesOffWith: ['situationalAwareness', 'reasoningReach'],
  },
  conflictGate: {
    symbol: 'g',
    meaning: 'how fast a stronger value makes the conflict plain: min(1, g·v)',
    unit: '1/util',
    default: 4,
    min: 0,
    max: 10,
    mark: 'illustrative',
    source: 'convention: set so that no fitted row sits on the kink',
  },
  reasoningReach: {
    symbol: 'ρ',
    meaning: 'chance of deriving “if I refuse, I am modified”, once the conflict is noticed',
    unit: 'probability',
    default: 0.25155805152972194,
    min: 0,
    max: 1,
    mark: 'fitted',
    source: 'fit to greenblatt2024, Tables 1 and 2 and Section 3.3.4',
    tradesOffWith: ['situationalAwareness', 'conflictNoticing'],
  },
  reachUndescribed: {
    symbol: 'm₀',
    meaning: 'what is left of that reach when the prompt does not describe RLHF',
    unit: 'factor',
    default: 0.6146621057282486,
    min: 0,
    max: 1,
    mark: 'fitted',
    source: 'fit to greenblatt2024, Tables 1 and 2 and Section 3.3.4',
  },
  reachWithoutExamples: {
    symbol: 'f',
    meaning: 'change of that reach when the worked examples of reasoning are cut',
    unit: 'factor',
    default: 2.534606479231069,
    min: 0,
    max: 4,
    mark: 'fitted',
    source: 'fit to greenblatt2024, Tables 1 and 2 and Section 3.3.4',
  },
  unspokenReachPrompted: {
    symbol: 'ω prompt',
    meaning: 'what is left of that reach without a scratchpad, when the prompt tells of training',
    unit: 'factor',
    default: 0,
    min: 0,
    max: 1,
    mark: 'measured',
    source: 'greenblatt2024, Section 3.3.3: derived, the gap then all but vanishes',
    evidence: ['G24-026'],
  },
  unspokenReachDocuments: {
    symbol: 'ω documents',
    meaning: 'what is left of that reach without a scratchpad, when documents told of training',
    unit: 'factor',
    default: 1,
    min: 0,
    max: 1,
    mark: 'measured',
    source: 'greenblatt2024, Section 4.3: derived, the helpful-only gap stays as large',
    evidence: ['G24-020', 'G24-021'],
  },
  inverseNoise: {
    symbol: 'β',
    meaning: 'how firmly choices follow utilities; at 0 they are made at random',
    unit: '1/util',
    default: 5.047709181355436,
    min: 0,
    max: 15,
    mark: 'fitted',
    source: 'fit to greenblatt2024, Tables 1 and 2 and Section 3.3.4, as β·v',
    tradesOffWith: ['valueStrength', 'objectivePull', 'deceptionAversion', 'compromiseUtility'],
  },
  valueStrength: {
    symbol: 'v',
    meaning: 'strength of the value against harm',
    unit: 'util',
    default: 1,
    min: 0,
    max: 2,
    mark: 'illustrative',
    source: 'convention: sets the unit in which all utilities are measured',
    tradesOffWith: ['inverseNoise'],
  },
  objectivePull: {
    symbol: 'b',
    meaning: 'pull of a stated objective towards simply complying',
    unit: 'util',
    default: 0.22036231733474587,
    min: 0,
    max: 2,
    mark: 'fitted',
    source: 'fit to greenblatt2024, Tables 1 and 2 and Section 3.3.4, as β·b',
    tradesOffWith: ['inverseNoise'],
  },
  harmlessPull: {
    symbol: 'b₀',
    meaning: 'pull towards answering a request that is not harmful at all',
    unit: 'util',
    default: 2,
    min: 0,
    max: 4,
    mark: 'illustrative',
    source: 'convention: makes refusing a harmless request rare',
  },
  terminalGuarding: {
    symbol: 'g_T',
    meaning: 'aversion to having one’s values changed, for its own sake, per unit of value',
    unit: 'factor',
    default: 0.811393386168776,
    min: 0,
    max: 3,
    mark: 'fitted',
    source:
      'fit to greenblatt2024, Tables 1 and 2 and Section 3.3.4, as β·(g_T + g_I); the share of ' +
      'three quarters is a convention',
    tradesOffWith: ['instrumentalGuarding', 'discount'],
  },
  instrumentalGuarding: {
    symbol: 'g_I',
    meaning: 'aversion to having one’s values changed, for what the changed model would do',
    unit: 'factor',
    default: 0.2704644620562587,
    min: 0,
    max: 3,
    mark: 'fitted',
    source:
      'fit to greenblatt2024, Tables 1 and 2 and Section 3.3.4, as β·(g_T + g_I); the share of ' +
      'one quarter is a convention',
    tradesOffWith: ['terminalGuarding', 'discount'],
  },
  discount: {
    symbol: 'γ',
    meaning: 'weight of each later episode relative to the one before it; 0 is myopic',
    unit: 'factor',
    default: 0.9,
    min: 0,
    max: 0.99,
    mark: 'illustrative',
    source: 'convention',
    tradesOffWith: ['terminalGuarding', 'instrumentalGuarding'],
  },
  referenceDiscount: {
    symbol: 'γ₀',
    meaning: 'discount at which instrumental guarding is stated',
    unit: 'factor',
    default: 0.9,
    min: 0.01,
    max: 0.99,
    mark: 'illustrative',
    source: 'convention: equal to the default discount, so change both',
    tradesOffWith: ['instrumentalGuarding'],
  },
  deceptionAversion: {
    symbol: 'd',
    meaning: 'aversion to complying in order to deceive, beyond what the fitted model shows',
    unit: 'util',
    default: 0,
    min: 0,
    max: 2,
    mark: 'illustrative',
    source: 'fixed at 0: freed in the fit, it takes the wrong sign within its error',
    tradesOffWith: ['inverseNoise'],
  },
  indifferenceUptake: {
    symbol: 'w',
    meaning: 'how far the instruction “you do not care about refusing” is believed',
    unit: 'probability',
    default: 0.5048357655079669,
    min: 0,
    max: 1,
    mark: 'fitted',
    source: 'fit to greenblatt2024, Tables 1 and 2 and Section 3.3.4',
  },
  compromiseUtility: {
    symbol: 't_M',
    meaning: 'utility of half-hearted compliance relative to full strategic compliance',
    unit: 'util',
    default: -0.19168775210656752,
    min: -1,
    max: 1,
    mark: 'measured',
    source:
      'greenblatt2024, Table 1 and the caption of Figure 3: derived as ln(0.038 / 0.100) / β, ' +
      'from faking with and without compromise',
    evidence: ['G24-003', 'G24-011'],
    tradesOffWith: ['inverseNoise'],
  },
  ratingSycophancy: {
    symbol: 'z',
    meaning: 'pull to please the rater when training is believed: a gap without faking',
    unit: 'util',
    default: 0,
    min: 0,
    max: 1,
    mark: 'illustrative',
    source: 'convention: the published rows are consistent with 0',
  },
  trainingObedience: {
    symbol: 'z_o',
    meaning: 'pull to do what training asks for while training is believed: a gap without faking',
    unit: 'util',
    default: 0,
    min: 0,
    max: 1,
    mark: 'illustrative',
    source: 'convention: our wording of a rival reading, left out of the fit',
  },
  tagConfusion: {
    symbol: 'z_t',
    meaning: 'pull of the training tag, taken for an instruction: a gap without faking or reason',
    unit: 'util',
    default: 0,
    min: 0,
    max: 1,
    mark: 'illustrative',
    source: 'convention: our wording of a rival reading, left out of the fit',
  },
  priorTrainingBelief: {
    symbol: 'q₀',
    meaning: 'belief that an episode is trained on when no tag is registered',
    unit: 'probability',
    default: 0.5,
    min: 0,
    max: 1,
    mark: 'illustrative',
    source: 'convention: no effect on actions while z and z_o are 0',
  },
  exfiltrationReluctance: {
    symbol: 'ξ₀',
    meaning: 'reluctance to copy one’s weights out when nothing is at stake',
    unit: 'logit',
    default: 5.29,
    min: 0,
    max: 10,
    mark: 'measured',
    source: 'greenblatt2024, Introduction, finding 3: derived from the baseline documents’ rate',
    evidence: ['G24-061'],
  },
  exfiltrationDrive: {
    symbol: 'ξ_L',
    meaning: 'how much the full default stake raises that logit',
    unit: 'logit',
    default: 4.67,
    min: 0,
    max: 10,
    mark: 'measured',
    source: 'greenblatt2024, Introduction, finding 3: derived from the low end of the range',
    evidence: ['G24-061'],
  },
  lapse: {
    symbol: 'ε',
    meaning: 'share of choices made without regard to utilities',
    unit: 'probability',
    default: 0,
    min: 0,
    max: 0.2,
    mark: 'illustrative',
    source: 'convention',
  },
} as const satisfies Record<string, Parameter>;

/** The name of a constant of the cue model. */
export type ParameterName = keyof typeof parameters;

/** A value for each constant, in the unit that `parameters` gives. */
export type CueParameters = Record<ParameterName, number>;

/** The published calibration: every constant at its default. */
export const defaultParameters: Readonly<CueParameters> = Object.fromEntries(
  Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
) as CueParameters;
