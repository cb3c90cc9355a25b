import type { X509Certificate } from 'node:crypto';
import type { EdcFacts, SealFact } from '../../core/judge-edc.ts';
import { organisationOf } from '../../core/judge-edc.ts';
import { type GatherContext, timed } from '../context.ts';
import { followChain } from '../keys/certificates.ts';
import { type PublicKey, readCertificateKey } from '../keys/public-key.ts';
import { verifyToken } from '../token.ts';
import { gatherStatus } from '../vc.ts';
import type { Seal } from './read-seal.ts';

/** Gathers what is known about a sealed document: the arithmetic, the chain, and its status where it names one. */
export async function gatherEdc(seal: Seal, context: GatherContext): Promise<EdcFacts> {
  const { content } = seal;
  // Lists are signed in the name that the seal proves; the id of the issuer is only a place in the document.
  const named = { ...content, issuer: `eidas:${organisationOf(content) ?? ''}` };
  return {
    credential: content,
    seal: await timed(context, 'proof', async () => readSealFact(seal, context)),
    statuses: content.credentialStatus === undefined ? [] : await gatherStatus(named, context),
    now: context.now,
  };
}

function readSealFact({ token, header, leaf, madeAt }: Seal, { settings, now }: GatherContext): SealFact {
  const chain = followChain(header.x5c, settings.sealRoots, now);
  return {
    ...verifyToken(token, keyOf(leaf)),
    madeAt,
    certificate: {
      isAuthority: leaf.ca,
      from: toDate(leaf.validFrom),
      until: toDate(leaf.validTo),
      chain: chain.ok ? { ok: true } : { ok: false, detail: chain.detail },
      organisation: organisationIn(leaf),
    },
  };
}

/** Reading a key of a kind that the platform does not know throws. */
function keyOf(leaf: X509Certificate): PublicKey {
  try {
    return readCertificateKey(leaf);
  } catch {
    return { ok: false, detail: 'the key in the certificate cannot be read' };
  }
}

/** A date that is none stays as it is, and is judged as none. */
function toDate(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/** `organizationIdentifier` (2.5.4.97); null when there are several, or one with letters that would need escaping. */
function organisationIn(leaf: X509Certificate): string | null {
  // A certificate without subject has none, whatever the types say.
  const lines = String(leaf.subject ?? '').split('\n');
  const named = lines.flatMap((line) => /^organizationIdentifier=(.*)$/.exec(line)?.[1] ?? []);
  const [only] = named;
  return named.length === 1 && only !== undefined && /^[^\\]+$/.test(only) ? only : null;
}
