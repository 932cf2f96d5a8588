import { jobs } from './buoy-race.ts';
import { serve } from './serve.ts';

serve(jobs);
