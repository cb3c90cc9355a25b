import { defineConfig } from 'vitest/config';

process.env.TZ = 'Asia/Kathmandu';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/{unit,integration,conformance,architecture}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
