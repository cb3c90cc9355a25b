import { createPrivateKey, createPublicKey, type JsonWebKey, sign } from 'node:crypto';
import { makeKey, type PrivateKey, publicJwk } from './keys.ts';

/* Throw-away X.509 certificates, written in DER by hand: node:crypto reads them and makes none. */

/** A certificate with its private key. */
export type MadeCertificate = { der: Buffer; pem: string; key: PrivateKey; name: CertificateName };

/** Attributes of a subject; only those are written that are stated. */
export type CertificateName = { commonName?: string; organization?: string; organizationIdentifier?: string };

/** What is wanted of a certificate; without `under` it signs itself. */
export type CertificateOrder = {
  name: CertificateName;
  key?: PrivateKey;
  under?: MadeCertificate;
  authority?: boolean;
  dns?: string[];
  uris?: string[];
  from?: Date;
  until?: Date;
};

const attributes: Record<keyof CertificateName, string> = {
  organizationIdentifier: '2.5.4.97',
  organization: '2.5.4.10',
  commonName: '2.5.4.3',
};

/** A value in DER. */
export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = length.toString(16).padStart(length > 255 ? 4 : 2, '0');
  const bytes = Buffer.from(size, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const text = (tag: number, value: string) => der(tag, Buffer.from(value));

/** An object identifier in DER. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

function nameOf(name: CertificateName): Buffer {
  const written = Object.entries(attributes).flatMap(([attribute, id]) => {
    const value = name[attribute as keyof CertificateName];
    return value === undefined ? [] : [der(0x31, sequence(oid(id), text(0x0c, value)))];
  });
  return sequence(...written);
}

function time(date: Date): Buffer {
  return text(0x18, `${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`);
}

function algorithmOf({ alg }: PrivateKey): Buffer {
  if (alg === 'EdDSA') return sequence(oid('1.3.101.112'));
  if (alg === 'RS256') return sequence(oid('1.2.840.113549.1.1.11'), der(0x05));
  return sequence(oid(alg === 'ES384' ? '1.2.840.10045.4.3.3' : '1.2.840.10045.4.3.2'));
}

function extensionsOf({ authority = false, dns = [], uris = [] }: CertificateOrder): Buffer {
  const yes = der(0x01, Buffer.from([0xff]));
  const basic = sequence(oid('2.5.29.19'), yes, der(0x04, sequence(...(authority ? [yes] : []))));
  const names = [...dns.map((name) => text(0x82, name)), ...uris.map((uri) => text(0x86, uri))];
  const alternatives = names.length === 0 ? [] : [sequence(oid('2.5.29.17'), der(0x04, sequence(...names)))];
  return der(0xa3, sequence(basic, ...alternatives));
}

/** Makes a certificate; an authority may stand above others. */
export function makeCertificate(order: CertificateOrder): MadeCertificate {
  const { name, key = makeKey('ES256', JSON.stringify(name)), under } = order;
  const { from = new Date('2026-01-01T00:00:00Z'), until = new Date('2027-01-01T00:00:00Z') } = order;
  const signer = under?.key ?? key;
  const open = createPublicKey({ key: publicJwk(key) as JsonWebKey, format: 'jwk' });
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithmOf(signer),
    nameOf(under?.name ?? name),
    sequence(time(from), time(until)),
    nameOf(name),
    open.export({ format: 'der', type: 'spki' }),
    extensionsOf(order),
  );
  const hash = signer.alg === 'EdDSA' ? null : signer.alg === 'ES384' ? 'sha384' : 'sha256';
  const signature = sign(hash, body, createPrivateKey({ key: signer.jwk, format: 'jwk' }));
  const whole = sequence(body, algorithmOf(signer), der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return { der: whole, pem, key, name };
}
