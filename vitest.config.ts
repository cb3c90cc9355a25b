import { defineConfig } from 'vitest/config';

// A zone with an odd offset, so that a forgotten time zone shows.
process.env.TZ = 'Asia/Kathmandu';

const withDatabase = ['tests/integration/**/*.test.ts', 'tests/architecture/schema.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A list of violations is no use when it is cut after forty characters.
    chaiConfig: { truncateThreshold: 2_000 },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/{unit,conformance,architecture,setup}/**/*.test.{ts,tsx}'],
          exclude: withDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: withDatabase,
          globalSetup: ['tests/support/global-database.ts'],
        },
      },
    ],
  },
});
