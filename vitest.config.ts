import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Slow machines must pass too: nothing here waits on the clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
