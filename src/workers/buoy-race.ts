import { trainBoat } from '../models/buoy-race-training.ts';

/** What the figure asks of its worker. */
export const jobs = { train: trainBoat };
