import {
  exampleSettings,
  lineOf,
  outlook,
  type ControlSettings,
} from '../../models/control-room.ts';
import { normalCdf } from '../../models/normal.ts';
import { figureMaker, type ModelFigures } from './figure-maker.ts';

/** What the policies stop and cost in 200 outputs, for the example with which the figure opens. */
export function controlFigures(): ModelFigures {
  const { figure, percent } = figureMaker('Control model');
  const of = (change: Partial<ControlSettings>) => outlook({ ...exampleSettings, ...change });
  const stopped = (change: Partial<ControlSettings>, meaning: string) => {
    const { tried, passing } = of(change);
    return figure(tried - passing, 'of 20', `sabotages stopped, ${meaning}`);
  };
  const passing = (change: Partial<ControlSettings>, meaning: string) =>
    figure(of(change).passing, 'of 20', `sabotages that pass, ${meaning}`);
  const useful = (change: Partial<ControlSettings>, meaning: string) =>
    percent(of(change).useful, `useful work, ${meaning}`);
  const careful = { careful: true };
  const half = { atRandom: 0.5 };
  const second = { policy: 'resample', above: 0.3 } as const;
  const { at, shift } = lineOf({ ...exampleSettings, ...careful });
  return {
    'control.random': stopped({ atRandom: 1 }, '20 looks at random'),
    'control.suspicious': stopped({}, '20 looks at the most suspicious'),
    'control.careful': stopped(careful, 'the same against a model that knows the line'),
    'control.room': percent(normalCdf(at - shift), 'outputs that can be sabotaged below the line'),
    'control.mixed-careful': stopped(
      { ...careful, ...half },
      'half of the looks at random, against a model that knows the line',
    ),
    'control.mixed-blind': stopped(half, 'half of the looks at random, against a blind model'),
    'control.suspicious-passing': passing({}, '20 looks at the most suspicious'),
    'control.light-passing': passing(
      { policy: 'light' },
      'light looks at everything, in the time of 20 whole ones',
    ),
    'control.block-passing': passing({ policy: 'block' }, 'blocking 20 of 200'),
    'control.block-useful': useful({ policy: 'block' }, 'blocking 20 of 200'),
    'control.second-passing': passing(second, 'a second try for 60 of 200'),
    'control.second-useful': useful(second, 'a second try for 60 of 200'),
    'control.pause-passing': figure(
      of({ policy: 'pause' }).passing,
      'sabotages',
      'that pass before a model is found out, pausing at alarms',
    ),
    'control.pause-useful': useful({ policy: 'pause' }, 'pausing at alarms'),
    'control.rare': percent(
      of({ attacks: 1 / 200 }).nonePasses,
      'chance that none passes, one try on average and at times none, 20 looks at the most suspicious',
    ),
  };
}
