import { z } from 'zod';
import { readJson } from '../read-json.ts';
import type { LinkPlatform, LinkTarget } from './link-target.ts';
import { isoDate, plainText } from './page-text.ts';

const name = 'Microsoft Learn';
const transcript = /^\/(?:[a-z]{2}-[a-z]{2}\/)?users\/[^/]{1,100}\/transcript\/([A-Za-z0-9]{5,40})\/?$/i;

/** The answer also holds an e-mail address, a legal name and a number of the person: three members are read, the rest is dropped. */
const answer = z.object({
  certificationData: z.object({
    activeCertifications: z
      .array(z.object({ name: z.string().min(1), status: z.string(), dateEarned: z.string() }))
      .min(1)
      .max(200),
  }),
});

/** Microsoft Learn: a shared transcript. */
export const microsoftLearn: LinkPlatform = {
  name,
  recognise({ host, pathname }): LinkTarget | null {
    const id = host === 'learn.microsoft.com' ? transcript.exec(pathname)?.[1] : undefined;
    if (id === undefined) return null;
    const reader = {
      url: `https://learn.microsoft.com/api/profiles/transcript/share/${id}?locale=en-us`,
      accept: 'application/json',
      read,
    };
    const url = `https://learn.microsoft.com${pathname.replace(/\/$/, '')}`;
    const key = `microsoft-learn:${id.toLowerCase()}`;
    return { kind: 'page', platform: name, key, id: 'microsoft-learn', url, reader };
  },
};

function read(body: string) {
  const json = readJson(body);
  const parsed = json.ok ? answer.safeParse(json.json) : null;
  if (!parsed?.success) return null;
  const { activeCertifications } = parsed.data.certificationData;
  const days = activeCertifications.map((entry) => isoDate(entry.dateEarned));
  if (days.includes(null)) return null;
  const results = activeCertifications.map((entry) => ({
    name: plainText(entry.name),
    status: plainText(entry.status),
  }));
  const title = plainText(results.map((entry) => entry.name).join(', '));
  const [awardedAt = null] = days.sort().reverse();
  return { title, issuer: 'Microsoft', holder: null, awardedAt, endsAt: null, results };
}
