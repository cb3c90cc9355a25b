import { ob2Answer, ob3Answer } from './assertion-shapes.ts';
import type { LinkPlatform, LinkTarget } from './link-target.ts';

const name = 'Canvas Credentials';
const page = /^\/public\/assertions\/([A-Za-z0-9_-]{8,64})(?:\.json)?\/?$/;

/** The host that keeps the documents, by the host that shows the pages: each region has its own. */
const regions: Readonly<Record<string, string>> = {
  'badgr.com': 'api.badgr.io',
  'www.badgr.com': 'api.badgr.io',
  'badgr.io': 'api.badgr.io',
  'api.badgr.io': 'api.badgr.io',
  ...Object.fromEntries(
    ['eu', 'au', 'ca', 'sg'].flatMap((region) => [
      [`${region}.badgr.com`, `api.${region}.badgr.io`],
      [`${region}.badgr.io`, `api.${region}.badgr.io`],
      [`api.${region}.badgr.io`, `api.${region}.badgr.io`],
    ]),
  ),
  ...Object.fromEntries(
    ['com', 'eu', 'au', 'ca', 'sg'].flatMap((region) => [
      [`badges.parchment.${region}`, `api.badges.parchment.${region}`],
      [`api.badges.parchment.${region}`, `api.badges.parchment.${region}`],
    ]),
  ),
};

/**
 * Canvas Credentials, formerly Badgr, and its successor at Parchment. The address in `identity__email` is the
 * sharer's word, so it is not read: the assertion holds a hash of the recipient.
 */
export const canvasCredentials: LinkPlatform = {
  name,
  recognise({ host, pathname }): LinkTarget | null {
    const api = Object.hasOwn(regions, host) ? regions[host] : undefined;
    const id = page.exec(pathname)?.[1];
    if (api === undefined || id === undefined) return null;
    const pageHosts = Object.keys(regions).filter((known) => regions[known] === api);
    const address = `https://${api}/public/assertions/${id}.json`;
    const requests = [
      { url: `${address}?v=2_0`, answer: ob2Answer(pageHosts, id) },
      { url: `${address}?v=3_0`, answer: ob3Answer(pageHosts, id) },
    ];
    return { kind: 'assertion', platform: name, key: `canvas:${api}:${id}`, requests };
  },
};
