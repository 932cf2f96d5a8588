import { jobs } from './oversight-game.ts';
import { serve } from './serve.ts';

serve(jobs);
