import { z } from 'zod';
import { readJson } from '../read-json.ts';
import type { LinkPlatform, LinkTarget } from './link-target.ts';
import { isoDate, plainText } from './page-text.ts';

const name = 'Accredible';
const path = /^\/(?:credential\/)?(\d{4,12}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;

const shape = z.object({
  name: z.string().min(1),
  issued_on: z.string(),
  expired_on: z.string().nullish(),
  private: z.boolean().optional(),
  issuer: z.object({ name: z.string().min(1) }).nullish(),
  recipient: z.object({ name: z.string().min(1) }).nullish(),
});
const answer = z.union([z.object({ credential: shape }).transform(({ credential }) => credential), shape]);

/**
 * Accredible, on its own host and on those of its customers that are its subdomains. Its page is evidence of a page
 * only; the Open Badge file that it offers for download is what can be verified.
 */
export const accredible: LinkPlatform = {
  name,
  recognise({ host, pathname }): LinkTarget | null {
    const isIts = /^(?:www\.)?credential\.net$/.test(host) || /^[a-z0-9-]{1,60}\.accredible\.com$/.test(host);
    const id = isIts && host !== 'api.accredible.com' ? path.exec(pathname)?.[1]?.toLowerCase() : undefined;
    if (id === undefined) return null;
    const reader = {
      url: `https://api.accredible.com/v1/credential-net/credentials/${id}`,
      accept: 'application/json',
      read,
    };
    const url = `https://${host}${pathname.replace(/\/$/, '')}`;
    return { kind: 'page', platform: name, key: `accredible:${id}`, id: 'accredible', url, reader };
  },
};

function read(body: string) {
  const json = readJson(body);
  const parsed = json.ok ? answer.safeParse(json.json) : null;
  if (!parsed?.success || parsed.data.private === true) return null;
  const { name: title, issued_on, expired_on, issuer, recipient } = parsed.data;
  const awardedAt = isoDate(issued_on);
  if (awardedAt === null) return null;
  return {
    title: plainText(title),
    issuer: issuer ? plainText(issuer.name) : null,
    holder: recipient ? plainText(recipient.name) : null,
    awardedAt,
    endsAt: isoDate(expired_on),
    results: [],
  };
}
