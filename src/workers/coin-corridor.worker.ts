import { jobs } from './coin-corridor.ts';
import { serve } from './serve.ts';

serve(jobs);
