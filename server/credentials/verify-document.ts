import { hash as digest } from 'node:crypto';
import { composeReport } from './core/compose-report.ts';
import type { Examination } from './core/examination.ts';
import type { FetchPort } from './core/fetch-port.ts';
import type { JsonObject } from './core/json.ts';
import type { SkillResolver } from './core/read-skills.ts';
import { type Account, bindRecipient } from './core/recipient.ts';
import type { Report } from './core/report.ts';
import type { VerifySettings } from './core/settings.ts';
import { examineBytes } from './examine-bytes.ts';
import { startGathering } from './gather/context.ts';
import { giveWay } from './gather/give-way.ts';
import type { KeyListener } from './gather/keys/seen-keys.ts';

/**
 * What a verification needs from outside. `emails` and `dids` ask whom it was issued to and never change the
 * verdict; `didDocuments` holds documents of DIDs that have no resolver (by DID).
 */
export type VerifyOptions = {
  fetch: FetchPort;
  now: Date;
  emails?: readonly string[];
  dids?: readonly string[];
  resolver: SkillResolver;
  sourceUrl?: string;
  didDocuments?: ReadonlyMap<string, JsonObject>;
  settings?: VerifySettings;
  /** Is told of every key that an issuer is seen to publish. */
  onKey?: KeyListener;
};

/** Verifies a file, a token, a picture or an address, and reads what it says. Never throws for what is in it. */
export async function verifyDocument(bytes: Uint8Array, options: VerifyOptions): Promise<Report> {
  const { now, fetch, didDocuments, settings } = options;
  const context = startGathering(fetch, now, didDocuments, settings, options.onKey);
  const { examination, container } = await examineBytes(bytes, context);
  await giveWay();
  const account: Account = { emails: options.emails ?? [], dids: options.dids ?? [] };
  const compose = (
    part: Examination,
    place: string,
    content: string | Uint8Array,
    mayCount: boolean,
  ): Report => {
    const { recipient, payload, parts, ...rest } = part;
    const report = composeReport({
      ...rest,
      container: place,
      parts: [],
      binding: bindTo(account, part),
      payloadHash: hash('sha256', content),
      resolver: options.resolver,
      sourceUrl: part === examination ? (options.sourceUrl ?? null) : null,
      now,
      tookMs: part === examination ? context.tookMs : {},
    });
    const stands = mayCount && letsCount(report);
    return {
      ...report,
      skills: mayCount ? report.skills : report.skills.map((skill) => ({ ...skill, counts: false })),
      parts: parts.map((inner) => compose(inner, 'part', inner.payload ?? '', stands)),
    };
  };
  return compose(examination, container, examination.payload ?? Buffer.from(bytes), true);
}

/** What lies in a credential counts only while that stands and is the person's too; a mere wrapper has no say. */
function letsCount({ credential, verdict, bound }: Report): boolean {
  return credential === null || (verdict === 'valid' && bound !== 'no');
}

function bindTo(account: Account, { recipient, credential }: Examination) {
  if (credential !== null) return bindRecipient(recipient.subjectId, recipient.identities, account, hash);
  const isAsked = account.emails.length + account.dids.length > 0;
  return { bound: isAsked ? ('no' as const) : ('not-asked' as const), detail: '' };
}

function hash(algorithm: 'sha256' | 'md5', content: string | Uint8Array): string {
  return digest(algorithm, content, 'hex');
}
