import { X509Certificate } from 'node:crypto';
import { type Json, textsOf } from '../../core/json.ts';

/** A certificate whose chain leads to a trusted authority, or why it proves nothing. */
export type TrustedCertificate = { ok: true; leaf: X509Certificate } | { ok: false; detail: string };

const longest = 6;

/**
 * Follows a chain as JOSE carries it in `x5c` (leaf first) up to one of the operator's roots. Everything above the
 * leaf must be an authority and be in force; how long the leaf lasts is judged where it is used.
 */
export function followChain(x5c: Json | undefined, roots: readonly string[], now: Date): TrustedCertificate {
  const chain = textsOf(x5c).slice(0, longest).map(readCertificate);
  const [leaf] = chain;
  if (!leaf || chain.includes(null)) return { ok: false, detail: 'its certificates cannot be read' };
  const known = chain.filter((certificate) => certificate !== null);
  const trusted = roots.flatMap(readPem);
  for (const [at, certificate] of known.entries()) {
    if (at > 0 && !isInForce(certificate, now)) break;
    if (trusted.some((root) => isUnder(certificate, root, now))) return { ok: true, leaf };
    const next = known[at + 1];
    if (!next || !isIssuedBy(certificate, next)) break;
  }
  return { ok: false, detail: 'its certificate leads to no authority that is trusted here' };
}

function isUnder(certificate: X509Certificate, root: X509Certificate, now: Date): boolean {
  if (certificate.raw.equals(root.raw)) return true;
  return isInForce(root, now) && isIssuedBy(certificate, root);
}

function isIssuedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  return authority.ca && certificate.checkIssued(authority) && verifies(certificate, authority);
}

function verifies(certificate: X509Certificate, authority: X509Certificate): boolean {
  try {
    return certificate.verify(authority.publicKey);
  } catch {
    return false;
  }
}

function isInForce(certificate: X509Certificate, now: Date): boolean {
  return (
    Date.parse(certificate.validFrom) <= now.getTime() && now.getTime() < Date.parse(certificate.validTo)
  );
}

function readCertificate(text: string): X509Certificate | null {
  try {
    return new X509Certificate(Buffer.from(text, 'base64'));
  } catch {
    return null;
  }
}

/** Every certificate of a PEM bundle. */
function readPem(bundle: string): X509Certificate[] {
  const blocks = bundle.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      return [];
    }
  });
}

/** The alternative names of one kind. Quoted values hold commas and are left out: a name could hide in them. */
export function alternativeNames(certificate: X509Certificate, kind: 'URI' | 'DNS'): string[] {
  const plain = (certificate.subjectAltName ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const names = plain.split(', ').filter((name) => name.startsWith(`${kind}:`));
  return names.map((name) => name.slice(kind.length + 1));
}
