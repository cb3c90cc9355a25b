import {
  type CachedFetch,
  verifyBytes,
  verifyDisclosedPresentation,
  verifyPresentation,
} from '#server/credentials/index.ts';
import type { CredentialQuery, ShownCredential } from './core/dcql.ts';
import { isAskedFor, readDisclosed, readShown } from './core/dcql.ts';
import type { Answered } from './core/response.ts';
import type { StoredRequest } from './store.ts';

/** A presentation that stands: who made it, and the credentials that were asked for in it. */
export type Verified = {
  ok: true;
  queryId: string;
  holder: string;
  credentials: { text: string; shown: ShownCredential }[];
};

/** One that does not, with the stable code that says why. */
export type Discarded = { ok: false; code: string; detail: string };

/** What a holder proved to hold; nothing of it is believed yet. */
type Proven = { ok: true; holder: string; held: { text: string; read: () => ShownCredential }[] } | Discarded;

const mostCredentials = 20;

/**
 * Verifies one presentation of an answer in full (verification.md §2.13 no. 3–7): made for this request by the holder, and
 * every credential inside stands, is issued to that holder, and was asked for. Never throws for what is in it.
 */
export async function verifyAnswer(
  { query, presentation }: Answered,
  request: StoredRequest,
  now: Date,
  fetch: CachedFetch,
  isLate: () => boolean,
): Promise<Verified | Discarded> {
  if (isLate()) return discard('too-slow', 'it could not be verified in time');
  const proven = await proveHolder(query, presentation, request, now, fetch);
  if (!proven.ok) return proven;
  const { holder, held } = proven;
  if (held.length === 0) return discard('not-a-credential', 'it holds no credential');
  if (held.length > (query.multiple ? mostCredentials : 1))
    return discard('not-asked-for', 'it holds more credentials than were asked for');
  const credentials: Verified['credentials'] = [];
  for (const { text, read } of held) {
    if (isLate()) return discard('too-slow', 'it could not be verified in time');
    const fault = await judgeCredential(text, holder, now, fetch);
    if (fault !== null) return fault;
    // Read after it was verified: only then is it known to be well formed, and to mean what it says.
    const shown = read();
    if (!isAskedFor(request.query, query.id, shown))
      return discard('not-asked-for', 'a credential in it was not asked for');
    credentials.push({ text, shown });
  }
  return { ok: true, queryId: query.id, holder, credentials };
}

const discard = (code: string, detail: string): Discarded => ({ ok: false, code, detail });

async function proveHolder(
  { format }: CredentialQuery,
  presentation: Answered['presentation'],
  { nonce, clientId }: StoredRequest,
  now: Date,
  fetch: CachedFetch,
): Promise<Proven> {
  const asked = { challenge: nonce, domain: clientId };
  const text = typeof presentation === 'string' ? presentation : JSON.stringify(presentation);
  if (format === 'dc+sd-jwt') {
    const proof = await verifyDisclosedPresentation(text, asked, now, fetch);
    if (!proof.ok) return discard(proof.deciding.code, proof.deciding.detail);
    const { holder, credential, claims } = proof;
    return { ok: true, holder, held: [{ text: credential, read: () => readDisclosed(claims) }] };
  }
  const proof = await verifyPresentation(new TextEncoder().encode(text), asked, now, fetch);
  if (!proof.ok) return discard(proof.deciding.code, proof.deciding.detail);
  const { form, holder, credentials } = proof;
  const isWanted = (credential: string) => credential.startsWith('{') === (format === 'ldp_vc');
  if ((form === 'document') !== (format === 'ldp_vc') || !credentials.every(isWanted))
    return discard('not-asked-for', 'it is of another format than was asked for');
  const held = credentials.map((credential) => ({
    text: credential,
    read: () => readShown(format, credential),
  }));
  return { ok: true, holder, held };
}

/** A credential whose list or issuer does not answer may come in: it counts when they do. One that is bad may not. */
async function judgeCredential(
  text: string,
  holder: string,
  now: Date,
  fetch: CachedFetch,
): Promise<Discarded | null> {
  const bytes = new TextEncoder().encode(text);
  const { report } = await verifyBytes(bytes, { emails: [], dids: [holder] }, now, null, fetch);
  if (report.credential === null || report.verdict === 'invalid')
    return discard(report.code ?? 'not-a-credential', 'a credential in it does not stand');
  return report.bound === 'yes'
    ? null
    : discard('recipient-mismatch', 'a credential in it is issued to somebody else');
}
