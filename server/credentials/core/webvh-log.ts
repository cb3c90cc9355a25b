import { readInstant } from './dates.ts';
import { asArray, isObject, type Json, type JsonObject, objectsOf, omit, textOf, textsOf } from './json.ts';
import { activeKeys, type LogParameters, readParameters, type Witnesses } from './webvh-parameters.ts';

/** What the log's arithmetic needs from a platform; arguments, so that this file needs none. */
export type LogArithmetic = {
  /** base58btc of the SHA-256 multihash of a text. */
  hash: (text: string) => string;
  /** JSON Canonicalization Scheme (RFC 8785). */
  canonize: (value: Json) => string;
  /** True when the eddsa-jcs-2022 proof over the document is by the key (Multikey text). */
  isSigned: (document: JsonObject, proof: JsonObject, key: string) => boolean;
};

/** One version of a DID document, from its time on. */
export type DidVersion = { versionId: string; from: string; state: JsonObject };

/** Who has to witness a version; null where nobody has. */
type WitnessNeed = Witnesses | null;

/** A log whose every entry holds, or why it is not to be believed. */
export type CheckedLog =
  | { ok: true; versions: DidVersion[]; needs: WitnessNeed[]; deactivatedAt: string | null }
  | { ok: false; reason: 'broken' | 'unsupported'; detail: string };

const aheadMs = 5 * 60_000;
const mostEntries = 1_000;

/** Raised inside the walk only, and caught where it is started. */
class LogFault extends Error {}

/**
 * Verifies a did:webvh 1.0 log entry by entry (specification "Read (Resolve)", verification.md §3.4): numbers, hashes,
 * rising times, parameters, the SCID, the DID in each state, the proof by a key that was allowed to, pre-rotation.
 * Witnesses are asked for by the result and judged by `judgeWitnesses`.
 */
export function checkLog(
  entries: readonly JsonObject[],
  did: string,
  now: Date,
  arithmetic: LogArithmetic,
): CheckedLog {
  try {
    return new LogWalk(did, now, arithmetic).run(entries);
  } catch (error) {
    if (error instanceof LogFault) return { ok: false, reason: 'broken', detail: error.message };
    throw error;
  }
}

class LogWalk {
  readonly #did: string;
  readonly #scid: string;
  readonly #now: Date;
  readonly #arithmetic: LogArithmetic;
  #parameters: LogParameters | null = null;
  #lastMs = Number.NEGATIVE_INFINITY;

  constructor(did: string, now: Date, arithmetic: LogArithmetic) {
    this.#did = did;
    this.#scid = did.split(':')[2] ?? '';
    this.#now = now;
    this.#arithmetic = arithmetic;
  }

  run(entries: readonly JsonObject[]): CheckedLog {
    if (entries.length === 0) throw new LogFault('the log is empty');
    if (entries.length > mostEntries) throw new LogFault(`the log has more than ${mostEntries} entries`);
    const versions: DidVersion[] = [];
    const needs: WitnessNeed[] = [];
    let deactivatedAt: string | null = null;
    for (const [at, entry] of entries.entries()) {
      if (deactivatedAt !== null) throw new LogFault('the log goes on after the DID was deactivated');
      const before = this.#parameters;
      const read = readParameters(entry.parameters, before, this.#scid);
      if (!read.ok && read.reason === 'unsupported') return read;
      if (!read.ok) throw new LogFault(`version ${at + 1}: ${read.detail}`);
      this.#parameters = read.parameters;
      const version = this.#readEntry(entry, versions);
      this.#checkProofs(entry, activeKeys(read.parameters, before));
      this.#checkNextKeys(entry.parameters, before);
      needs.push(before?.witness ?? read.parameters.witness);
      versions.push(version);
      if (read.parameters.deactivated) deactivatedAt = version.from;
    }
    this.#checkName(versions);
    return { ok: true, versions, needs, deactivatedAt };
  }

  #readEntry(entry: JsonObject, earlier: readonly DidVersion[]): DidVersion {
    const number = earlier.length + 1;
    const wrong = (what: string) => new LogFault(`version ${number}: ${what}`);
    const { hash, canonize } = this.#arithmetic;
    const previous = earlier.at(-1)?.versionId ?? this.#scid;
    const unsigned = omit(entry, 'proof');
    const versionId = textOf(entry.versionId) ?? '';
    const wanted = `${number}-${hash(canonize({ ...unsigned, versionId: previous }))}`;
    if (versionId !== wanted) throw wrong('its hash does not fit its content');
    if (number === 1) this.#checkScid(unsigned);
    const from = textOf(entry.versionTime) ?? '';
    const instant = /[Zz]$/.test(from) ? readInstant(from) : null;
    if (instant === null) throw wrong('its time is no date in UTC');
    if (instant.ms <= this.#lastMs) throw wrong('it is not later than the one before');
    if (instant.ms > this.#now.getTime() + aheadMs) throw wrong('its time lies ahead');
    this.#lastMs = instant.ms;
    if (!isObject(entry.state)) throw wrong('it holds no document');
    return { versionId, from, state: entry.state };
  }

  /** The SCID is the hash of the first entry with a placeholder wherever the SCID stands. */
  #checkScid(unsigned: JsonObject): void {
    const { hash, canonize } = this.#arithmetic;
    const text = JSON.stringify({ ...unsigned, versionId: '{SCID}' }).replaceAll(this.#scid, '{SCID}');
    const blank: unknown = JSON.parse(text);
    if (!isObject(blank) || hash(canonize(blank)) !== this.#scid)
      throw new LogFault('the DID is not made from its first entry');
  }

  #checkProofs(entry: JsonObject, keys: readonly string[]): void {
    const proofs = objectsOf(entry.proof);
    if (proofs.length === 0 || proofs.length > 8 || proofs.length < asArray(entry.proof).length)
      throw new LogFault(`version ${String(entry.versionId)} is not signed`);
    for (const proof of proofs) {
      const key = keyOfProof(proof);
      if (key === null || !keys.includes(key))
        throw new LogFault(`version ${String(entry.versionId)} is signed by a key that was not allowed to`);
      if (!this.#arithmetic.isSigned(omit(entry, 'proof'), proof, key))
        throw new LogFault(`version ${String(entry.versionId)} has a wrong signature`);
    }
  }

  /** Under pre-rotation only keys that were promised before may come in, and the next ones must be promised. */
  #checkNextKeys(stated: Json | undefined, before: LogParameters | null): void {
    if (before === null || before.nextKeyHashes.length === 0) return;
    const own = isObject(stated) ? stated : {};
    if (own.updateKeys === undefined || own.nextKeyHashes === undefined)
      throw new LogFault('keys were promised before, and a version names none');
    const promised = (key: string) => before.nextKeyHashes.includes(this.#arithmetic.hash(key));
    if (!textsOf(own.updateKeys).every(promised))
      throw new LogFault('a key came in that was not promised before');
  }

  /** Every state is one of this DID's; a DID that moved says where it was, and must have been movable. */
  #checkName(versions: readonly DidVersion[]): void {
    let last: string | null = null;
    for (const { state } of versions) {
      const id = textOf(state.id) ?? '';
      if (id.split(':')[2] !== this.#scid || !id.startsWith('did:webvh:'))
        throw new LogFault('a version describes another DID');
      const hasMoved = last !== null && last !== id;
      if (hasMoved && !(this.#parameters?.portable && textsOf(state.alsoKnownAs).includes(last ?? '')))
        throw new LogFault('the DID moved without being made for it');
      last = id;
    }
    if (last !== this.#did) throw new LogFault(`the DID is ${last} by now`);
  }
}

/** The key that a proof names, when the proof is of the one kind that logs are signed with. */
function keyOfProof(proof: JsonObject): string | null {
  const isKnown =
    proof.type === 'DataIntegrityProof' &&
    proof.cryptosuite === 'eddsa-jcs-2022' &&
    proof.proofPurpose === 'assertionMethod';
  const named = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)(?:#(z[1-9A-HJ-NP-Za-km-z]+))?$/.exec(
    textOf(proof.verificationMethod) ?? '',
  );
  if (!isKnown || named === null) return null;
  const [, key = '', fragment = key] = named;
  return key === fragment ? key : null;
}

/**
 * Whether enough witnesses approved every version that needs them (specification "Verifying Witness Proofs"). A proof
 * for a version approves the earlier ones too; proofs for versions that the log does not have say nothing.
 *
 * @param file the content of `did-witness.json`
 * @returns what is missing, or null
 */
export function judgeWitnesses(
  { versions, needs }: Extract<CheckedLog, { ok: true }>,
  file: readonly Json[],
  { isSigned }: Pick<LogArithmetic, 'isSigned'>,
): string | null {
  const latest = new Map<string, number>();
  for (const entry of file.filter(isObject).slice(0, mostEntries)) {
    const at = versions.findIndex((version) => version.versionId === entry.versionId);
    if (at < 0) continue;
    for (const proof of objectsOf(entry.proof).slice(0, 64)) {
      const key = keyOfProof(proof);
      const known = key === null || (latest.get(`did:key:${key}`) ?? -1) >= at;
      if (!known && isSigned({ versionId: entry.versionId ?? '' }, proof, key))
        latest.set(`did:key:${key}`, at);
    }
  }
  const short = needs.findIndex((need, at) => {
    const approving = need?.ids.filter((id) => (latest.get(id) ?? -1) >= at).length ?? 0;
    return need !== null && approving < need.threshold;
  });
  return short < 0 ? null : `version ${short + 1} lacks witnesses`;
}
