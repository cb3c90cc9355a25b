import { ob2Answer, ob3Answer } from './assertion-shapes.ts';
import type { LinkPlatform, LinkTarget } from './link-target.ts';

const name = 'Credly';
const shareHosts = ['www.credly.com', 'credly.com', 'www.youracclaim.com', 'youracclaim.com'];
/** Identifiers of one and the same badge are seen on both. */
const documentHosts = ['www.credly.com', 'api.credly.com'];
const badge = /^\/badges\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/[a-z_]{1,40})?\/?$/i;
const short = /^\/go\/[A-Za-z0-9]{3,40}\/?$/;

/** Credly, formerly Acclaim. A private badge answers with an error at both addresses. */
export const credly: LinkPlatform = {
  name,
  recognise({ host, pathname }): LinkTarget | null {
    if (!shareHosts.includes(host)) return null;
    if (short.test(pathname))
      return {
        kind: 'redirect',
        platform: name,
        key: `credly:${pathname}`,
        url: `https://${host}${pathname}`,
      };
    const id = badge.exec(pathname)?.[1]?.toLowerCase();
    if (id === undefined) return null;
    const requests = [
      {
        url: `https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${id}`,
        answer: ob3Answer(documentHosts, id),
      },
      {
        url: `https://api.credly.com/v1/obi/v2/badge_assertions/${id}`,
        answer: ob2Answer(documentHosts, id),
      },
    ];
    return { kind: 'assertion', platform: name, key: `credly:${id}`, requests };
  },
};
