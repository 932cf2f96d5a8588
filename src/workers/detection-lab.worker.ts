import { jobs } from './detection-lab.ts';
import { serve } from './serve.ts';

serve(jobs);
