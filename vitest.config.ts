import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Every core works, and a worker keeps what it has loaded: to load it again for each file costs more
    // than the tests do. A test that changes what is global puts it back.
    maxWorkers: '100%',
    isolate: false,
    // Slow machines must pass too: nothing here waits on the clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
