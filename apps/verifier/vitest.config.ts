import { defineConfig } from 'vitest/config';

// The models are heavy: no more test files at once than there are cores.
export default defineConfig({
  test: {
    include: ['{src,test,scripts}/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
