// Loaded into every Node process of a build that is measured (see bench-scale.mjs): at its end the process
// says what it took.
import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const { USAGE_FILE } = process.env;
if (USAGE_FILE && isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = {
      program: basename(process.argv[1] ?? ''),
      wall: performance.now() / 1000,
      cpu: (userCPUTime + systemCPUTime) / 1e6,
      peak: maxRSS / 1024,
    };
    appendFileSync(USAGE_FILE, `${JSON.stringify(usage)}\n`);
  });
}
