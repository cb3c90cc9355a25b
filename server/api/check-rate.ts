import type { Rate } from '#server/platform/rate-limit.ts';

/** How often one caller may have a badge checked that nobody keeps, whichever door it comes through. */
export const checkRate: Rate = { name: 'verify', points: 30, seconds: 300 };
