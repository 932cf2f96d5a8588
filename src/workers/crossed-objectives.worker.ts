import { jobs } from './crossed-objectives.ts';
import { serve } from './serve.ts';

serve(jobs);
