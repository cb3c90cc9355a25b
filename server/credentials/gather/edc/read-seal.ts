import { createHash, X509Certificate } from 'node:crypto';
import { readInstant } from '../../core/dates.ts';
import { isObject, type JsonObject, objectsOf, textOf, textsOf } from '../../core/json.ts';
import type { Finding } from '../../core/report.ts';
import { readJson } from '../read-json.ts';
import type { Token } from '../token.ts';
import { readTimeStamp } from './time-stamp.ts';

/** A JAdES seal taken apart: what was sealed, with which header, and the certificate it names. */
export type Seal = {
  header: JsonObject;
  /** The text that was sealed, verbatim, and the same as JSON. */
  payload: string;
  content: JsonObject;
  values: number;
  token: Token;
  leaf: X509Certificate;
  /** When the sealer says that it was made. */
  madeAt: string | null;
};

/** A seal, or the fault that keeps it from being read. */
export type ReadSeal = { ok: true; seal: Seal } | { ok: false; finding: Finding };

/** Headers that a reader must understand, and that are read here (RFC 7515 §4.1.11). */
const understood = ['b64', 'sigT', 'adoTst'];

const fault = (code: Finding['code'], detail: string): ReadSeal & { ok: false } => ({
  ok: false,
  finding: { code, check: code === 'malformed' || code === 'too-large' ? 'well-formed' : 'proof', detail },
});

/** Takes a general JWS in JSON apart (ETSI TS 119 182-1, verification.md §2.12). */
export function readSeal(json: JsonObject): ReadSeal {
  const { payload, signatures } = json;
  const [only, ...others] = Array.isArray(signatures) ? signatures : [];
  if (typeof payload !== 'string') return fault('malformed', 'payload is no text');
  if (!isObject(only)) return fault('missing-proof', 'there is no signature');
  if (others.length > 0) return fault('unsupported-suite', 'several seals on one document');
  const [head, signature] = [textOf(only.protected) ?? '', textOf(only.signature) ?? ''];
  if (!isBase64url(head) || !isBase64url(signature)) return fault('malformed', 'the seal is not base64url');
  const read = readJson(Buffer.from(head, 'base64url'));
  if (!read.ok) return fault(read.code, `the header of the seal: ${read.detail}`);
  const header = read.json;
  const problem = judgeHeader(header, isObject(only.header) ? only.header : {});
  return problem ?? openPayload(header, payload, head, signature);
}

function isBase64url(text: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1;
}

/** Only what is protected counts; outside of it stands what later keepers added, and nothing twice (RFC 7515 §7.2.1). */
function judgeHeader(header: JsonObject, open: JsonObject): (ReadSeal & { ok: false }) | null {
  const stray = Object.keys(open).find((name) => name !== 'etsiU');
  if (stray !== undefined)
    return fault('malformed', `the seal states ${stray.slice(0, 40)} outside of what it protects`);
  if (textOf(header.alg) === null) return fault('malformed', 'the seal names no algorithm');
  const { crit } = header;
  const names = textsOf(crit);
  if (crit !== undefined && (!Array.isArray(crit) || names.length === 0 || names.length !== crit.length))
    return fault('malformed', 'crit is no list of names');
  if (new Set(names).size !== names.length) return fault('malformed', 'crit names something twice');
  const unknown = names.find((name) => !understood.includes(name));
  if (unknown !== undefined) return fault('unsupported-suite', `a seal that demands ${unknown.slice(0, 40)}`);
  const absent = names.find((name) => header[name] === undefined);
  if (absent !== undefined) return fault('malformed', `crit names ${absent}, which is not there`);
  if (header.b64 !== undefined && (typeof header.b64 !== 'boolean' || !names.includes('b64')))
    return fault('malformed', 'b64 is not marked as critical');
  if (header.sigT !== undefined && readInstant(textOf(header.sigT) ?? '') === null)
    return fault('malformed', 'sigT is no date with time');
  return header.adoTst === undefined || holdsTimeStamps(header.adoTst)
    ? null
    : fault('malformed', 'adoTst holds no readable time stamp');
}

function holdsTimeStamps(value: JsonObject[string]): boolean {
  const tokens = isObject(value) ? objectsOf(value.tstTokens) : [];
  return (
    tokens.length > 0 &&
    tokens.every(({ val }) => readTimeStamp(Buffer.from(textOf(val) ?? '', 'base64')) !== null)
  );
}

function openPayload(header: JsonObject, payload: string, head: string, signature: string): ReadSeal {
  const isPlain = header.b64 === false;
  if (!isPlain && !isBase64url(payload))
    return fault('malformed', 'the payload is not encoded, and the seal does not say so');
  const text = isPlain ? payload : Buffer.from(payload, 'base64url').toString('utf8');
  const read = readJson(text);
  if (!read.ok) return fault(read.code, `the sealed document: ${read.detail}`);
  const [first] = textsOf(header.x5c);
  if (first === undefined) return fault('key-missing', 'the seal names no certificate');
  const leaf = readCertificate(first);
  if (leaf === null) return fault('malformed', 'the certificate of the seal cannot be read');
  const print = textOf(header['x5t#S256']);
  if (print === null) return fault('malformed', 'the seal does not fix its certificate by x5t#S256');
  if (print !== createHash('sha256').update(leaf.raw).digest('base64url'))
    return fault('signature', 'the certificate is not the one that the seal fixes by x5t#S256');
  const token: Token = {
    header,
    body: read.json,
    bodyText: text,
    values: read.values,
    signed: Buffer.from(`${head}.${payload}`),
    signature: Buffer.from(signature, 'base64url'),
  };
  const seal = { header, payload: text, content: read.json, values: read.values, token, leaf };
  return { ok: true, seal: { ...seal, madeAt: textOf(header.sigT) } };
}

function readCertificate(text: string): X509Certificate | null {
  try {
    return new X509Certificate(Buffer.from(text, 'base64'));
  } catch {
    return null;
  }
}
