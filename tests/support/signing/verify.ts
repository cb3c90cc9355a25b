import type { SkillResolver } from '#server/credentials/core/read-skills.ts';
import type { Report } from '#server/credentials/core/report.ts';
import { plainSettings, type VerifySettings } from '#server/credentials/core/settings.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import type { Documents, Issuer } from './issuer.ts';
import { serve } from './serve.ts';

/** The clock of these tests. */
export const clock = new Date('2026-11-23T00:00:00Z');

const noSkills: SkillResolver = { byUri: () => null, byLabel: () => [] };

/** What a test may ask for besides the document. */
export type Question = {
  issuers?: Issuer[];
  documents?: Documents;
  emails?: string[];
  dids?: string[];
  now?: Date;
  resolver?: SkillResolver;
  settings?: Partial<VerifySettings>;
};

/** Verifies bytes, a text or a JSON document against what the issuers publish, and nothing else. */
export function verify(content: Uint8Array | string | object, question: Question = {}): Promise<Report> {
  const { issuers = [], documents, now = clock, resolver = noSkills, emails = [], dids = [] } = question;
  const settings = { ...plainSettings, ...question.settings };
  const worlds = [...issuers.map((issuer) => issuer.documents), ...(documents ? [documents] : [])];
  return verifyDocument(toBytes(content), { fetch: serve(...worlds), now, resolver, emails, dids, settings });
}

function toBytes(content: Uint8Array | string | object): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
}

/** Verdict and deciding code in one text, such as `invalid signature`. */
export async function judge(content: Uint8Array | string | object, question: Question = {}): Promise<string> {
  const { verdict, code } = await verify(content, question);
  return code === null ? verdict : `${verdict} ${code}`;
}
