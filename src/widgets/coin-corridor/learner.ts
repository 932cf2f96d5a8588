import { walk, type Walk } from '../../models/corridor-policy.ts';
import { seededRandom } from '../../models/random.ts';
import type { Trained } from './course.ts';
import { levelOf } from './walking.ts';

/** The learner's walk through the level of a number, with luck that goes with the level. */
export const learnersWalk = ({ weights, settings }: Trained, number: number): Walk =>
  walk(weights, levelOf(number), settings.salience / 100, seededRandom(-number));
