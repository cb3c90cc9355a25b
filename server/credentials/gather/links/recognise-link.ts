import { accredible } from './accredible.ts';
import { canvasCredentials } from './canvas-credentials.ts';
import { coursera } from './coursera.ts';
import { credly } from './credly.ts';
import { edx } from './edx.ts';
import { linkedinLearning, udemy } from './link-only.ts';
import type { LinkPlatform, LinkTarget } from './link-target.ts';
import { microsoftLearn } from './microsoft-learn.ts';

/** One row a platform (verification.md §2.15). A new one is a file here and a row in this table. */
export const linkPlatforms: readonly LinkPlatform[] = [
  credly,
  canvasCredentials,
  accredible,
  coursera,
  edx,
  udemy,
  linkedinLearning,
  microsoftLearn,
];

const longest = 2_000;

/** What a link leads to, if it is one of a known platform. Hosts are compared as parsed, never as text. */
export function recogniseLink(text: string): LinkTarget | null {
  if (text.length > longest || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.port !== '' || url.username !== '' || url.password !== '') return null;
  for (const platform of linkPlatforms) {
    const target = platform.recognise(url);
    if (target) return target;
  }
  return null;
}
