import { defineConfig } from 'vitest/config';

// One PostgreSQL cluster for all; each test file makes its own database in it (test/database.ts).
export default defineConfig({
  test: {
    include: ['{src,test,seed,scripts}/**/*.test.ts'],
    globalSetup: './test/global-setup.ts',
    passWithNoTests: true,
    // Loading the modules anew for each file was half of the run. What a test changes is its own product's; nothing of ours
    // is kept in a module.
    isolate: false,
    maxWorkers: 2,
    // Patience, no measure: crash tests start whole products beside other tests.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
