import type { LinkPlatform, LinkTarget } from './link-target.ts';
import { isoDate, onlyMatch } from './page-text.ts';

const name = 'edX';
const paths: Readonly<Record<string, RegExp>> = {
  'courses.edx.org': /^\/certificates\/([0-9a-f]{32})\/?$/i,
  'credentials.edx.org': /^\/credentials\/([0-9a-f]{32})\/?$/i,
};

/**
 * edX, with the pages that Open edX renders on the server. Its terms of 3 November 2025 forbid robots. A page may
 * say that an identity was checked; such checks ended in 2022, so that word is not read.
 */
export const edx: LinkPlatform = {
  name,
  recognise({ host, pathname }): LinkTarget | null {
    const id = Object.hasOwn(paths, host) ? paths[host]?.exec(pathname)?.[1]?.toLowerCase() : undefined;
    if (id === undefined) return null;
    const url = `https://${host}${pathname.replace(/\/$/, '')}`;
    const reader = { url, accept: 'text/html', read: (body: string) => read(body, id) };
    return { kind: 'page', platform: name, key: `edx:${host}:${id}`, id: 'edx', url, reader };
  },
};

function read(body: string, id: string) {
  const holder = onlyMatch(body, /class="[^"]*\baccomplishment-recipient\b[^"]*">([^<]{1,300})</g);
  const title = onlyMatch(body, /class="[^"]*\baccomplishment-course-name\b[^"]*">([^<]{1,300})</g);
  const awardedAt = isoDate(onlyMatch(body, /Issued (?:On:? )?([A-Z][a-z]+ \d{1,2}, \d{4})/gi));
  if (holder === null || title === null || awardedAt === null) return null;
  // The page names the certificate it is about.
  if (!body.toLowerCase().includes(id)) return null;
  const issuer = onlyMatch(body, /class="[^"]*\baccomplishment-course-org\b[^"]*">([^<]{1,300})</g) ?? name;
  return { title, issuer, holder, awardedAt, endsAt: null, results: [] };
}
