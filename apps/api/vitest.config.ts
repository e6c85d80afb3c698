import { defineConfig } from 'vitest/config';

// One PostgreSQL cluster for all; each test file makes its own database in it (test/database.ts).
export default defineConfig({
  test: {
    include: ['{src,test,seed,scripts}/**/*.test.ts'],
    globalSetup: './test/global-setup.ts',
    passWithNoTests: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
