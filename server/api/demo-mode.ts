import { env } from '#server/platform/env.ts';

/** True in the demo, for links to its own pages. */
export function isDemo(): boolean {
  return env().DEMO;
}
