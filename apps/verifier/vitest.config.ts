import { defineConfig } from 'vitest/config';

// The models are heavy: test files one after the other, each in a process of its own.
export default defineConfig({
  test: {
    include: ['{src,test,scripts}/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
