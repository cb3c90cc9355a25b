import type { LinkPlatform, LinkTarget } from './link-target.ts';
import { isoDate, onlyMatch, onlyMember } from './page-text.ts';

const name = 'Coursera';
const certificate =
  /^\/account\/accomplishments\/(?:verify|certificate|records|specialization|professional-cert)\/([A-Z0-9]{12})\/?$/i;
const share = /^\/share\/([0-9a-f]{32})\/?$/i;

/** Coursera. Its terms of 1 January 2026 forbid automated reading without written consent. */
export const coursera: LinkPlatform = {
  name,
  recognise({ host, pathname }): LinkTarget | null {
    if (host !== 'coursera.org' && host !== 'www.coursera.org') return null;
    const code = certificate.exec(pathname)?.[1]?.toUpperCase();
    const id = code ?? share.exec(pathname)?.[1]?.toLowerCase();
    if (id === undefined) return null;
    const url = `https://www.coursera.org${pathname.replace(/\/$/, '')}`;
    const page = { kind: 'page', platform: name, key: `coursera:${id}`, id: 'coursera', url } as const;
    if (code === undefined) return { ...page, reader: null };
    return { ...page, reader: { url, accept: 'text/html', read: (body) => read(body, code) } };
  },
};

/** The page embeds its certificate as JSON: name, course, code and day of granting. */
function read(body: string, code: string) {
  const [first, last] = [onlyMember(body, 'firstName'), onlyMember(body, 'lastName')];
  const course = onlyMember(body, 'courseId');
  const awardedAt = isoDate(onlyMember(body, 'grantedAt'));
  if (first === null || last === null || course === null || awardedAt === null) return null;
  // A page about another certificate, to which the platform may have led, says nothing about this one.
  if (String(onlyMember(body, 'certificateCode')).toUpperCase() !== code) return null;
  const title = onlyMatch(body, /<meta property="og:title" content="([^"]{1,300})"/g) ?? String(course);
  return { title, issuer: name, holder: `${first} ${last}`, awardedAt, endsAt: null, results: [] };
}
