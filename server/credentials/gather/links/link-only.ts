import type { LinkPlatform, LinkTarget } from './link-target.ts';

/** A platform whose certificate pages stand behind a sign-in or are pictures: they are linked, and never read. */
function linkOnly(name: string, id: string, hosts: readonly string[], path: RegExp): LinkPlatform {
  return {
    name,
    recognise({ host, pathname }): LinkTarget | null {
      const found = hosts.includes(host) ? path.exec(pathname)?.[1] : undefined;
      if (found === undefined) return null;
      const url = `https://${hosts[0]}${pathname.replace(/\/$/, '')}`;
      return { kind: 'page', platform: name, key: `${id}:${found.toLowerCase()}`, id, url, reader: null };
    },
  };
}

/** Udemy. */
export const udemy = linkOnly(
  'Udemy',
  'udemy',
  ['www.udemy.com', 'udemy.com'],
  /^\/certificate\/(UC-(?:[A-Z0-9]{8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))\/?$/i,
);

/** LinkedIn Learning. */
export const linkedinLearning = linkOnly(
  'LinkedIn Learning',
  'linkedin-learning',
  ['www.linkedin.com', 'linkedin.com'],
  /^\/learning\/certificates\/([0-9a-f]{64})\/?$/i,
);
