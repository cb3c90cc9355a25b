import { defineConfig, devices } from '@playwright/test';
import stories from './playwright.ts';

/** Pictures of the screens, not a check: see tests/shots. */
export default defineConfig({
  ...stories,
  testDir: '../tests/shots',
  projects: [{ name: 'shots', use: { ...devices['Desktop Chrome'] } }],
});
