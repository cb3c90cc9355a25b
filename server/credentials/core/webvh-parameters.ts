import { isObject, type Json, type JsonObject, objectsOf, textOf } from './json.ts';

/** Who must approve, and how many of them. */
export type Witnesses = { threshold: number; ids: string[] };

/** The parameters of a log that are in force after an entry (did:webvh 1.0 "DID Method Parameters"). */
export type LogParameters = {
  updateKeys: string[];
  nextKeyHashes: string[];
  witness: Witnesses | null;
  portable: boolean;
  deactivated: boolean;
};

/** The parameters, or what is wrong with them. */
export type ReadParameters =
  | { ok: true; parameters: LogParameters }
  | { ok: false; reason: 'broken' | 'unsupported'; detail: string };

const method = 'did:webvh:1.0';
const names = [
  'method',
  'scid',
  'updateKeys',
  'nextKeyHashes',
  'witness',
  'watchers',
  'portable',
  'deactivated',
  'ttl',
];

const broken = (detail: string): ReadParameters => ({ ok: false, reason: 'broken', detail });

/**
 * The parameters after an entry: what it states replaces what was in force, and the rest stays. `null` is an old way
 * to say "the usual value".
 */
export function readParameters(
  stated: Json | undefined,
  before: LogParameters | null,
  scid: string,
): ReadParameters {
  if (!isObject(stated)) return broken('it has no parameters');
  const unknown = Object.keys(stated).find((name) => !names.includes(name));
  if (unknown !== undefined) return broken(`the parameter ${unknown.slice(0, 40)} is not known`);
  const fault = before === null ? judgeFirst(stated, scid) : judgeLater(stated, before);
  if (fault !== null) return fault;
  const updateKeys = readTexts(stated.updateKeys, before?.updateKeys);
  const nextKeyHashes = readTexts(stated.nextKeyHashes, before?.nextKeyHashes);
  const witness = readWitness(stated.witness, before?.witness ?? null);
  if (updateKeys === null || nextKeyHashes === null) return broken('its keys are no list of texts');
  if (witness === undefined) return broken('its witnesses are not written as such');
  return {
    ok: true,
    parameters: {
      updateKeys,
      nextKeyHashes,
      witness,
      portable: readFlag(stated.portable, before?.portable),
      deactivated: readFlag(stated.deactivated, before?.deactivated),
    },
  };
}

function judgeMethod(stated: JsonObject): ReadParameters | null {
  if (stated.method === undefined || stated.method === method) return null;
  const named = String(stated.method).slice(0, 40);
  return { ok: false, reason: 'unsupported', detail: `the DID method ${named} is not supported yet` };
}

function judgeFirst(stated: JsonObject, scid: string): ReadParameters | null {
  if (stated.method === undefined) return broken('it names no method');
  const unsupported = judgeMethod(stated);
  if (unsupported) return unsupported;
  if (stated.scid !== scid) return broken('it is that of another DID');
  const hasKeys = Array.isArray(stated.updateKeys) && stated.updateKeys.length > 0;
  return hasKeys ? null : broken('it names no keys');
}

function judgeLater(stated: JsonObject, before: LogParameters): ReadParameters | null {
  if (stated.scid !== undefined) return broken('it names its DID a second time');
  if (stated.portable === true && !before.portable) return broken('it becomes movable later on');
  return judgeMethod(stated);
}

function readTexts(value: Json | undefined, before: string[] | undefined): string[] | null {
  if (value === undefined) return before ?? [];
  if (value === null) return [];
  const isList = Array.isArray(value) && value.every((item): item is string => typeof item === 'string');
  return isList ? value : null;
}

function readFlag(value: Json | undefined, before = false): boolean {
  return value === undefined ? before : value === true;
}

/** The witnesses of did:key DIDs, each once, with a threshold that they can reach; undefined when malformed. */
function readWitness(value: Json | undefined, before: Witnesses | null): Witnesses | null | undefined {
  if (value === undefined) return before;
  if (value === null) return null;
  if (!isObject(value)) return undefined;
  if (Object.keys(value).length === 0) return null;
  const ids = objectsOf(value.witnesses).flatMap(({ id }) => textOf(id) ?? []);
  const { threshold } = value;
  const isWhole = typeof threshold === 'number' && Number.isInteger(threshold);
  if (!isWhole || threshold < 1 || threshold > ids.length || ids.length > 64) return undefined;
  const isSound = new Set(ids).size === ids.length && ids.every((id) => id.startsWith('did:key:z'));
  return isSound ? { threshold, ids } : undefined;
}

/** The keys that may sign an entry: its own under pre-rotation and in the first entry, else those in force before. */
export function activeKeys(own: LogParameters, before: LogParameters | null): string[] {
  return before === null || before.nextKeyHashes.length > 0 ? own.updateKeys : before.updateKeys;
}
