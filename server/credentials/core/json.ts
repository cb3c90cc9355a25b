/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object. */
export type JsonObject = { [name: string]: Json };

/** True for a JSON object, not an array and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list: an array as it is, nothing as an empty one, anything else as its only item. */
export function asArray(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The value if it is a text with anything in it. */
export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value.length > 0 ? value : null;
}

/** All texts of a value that may be one or several. */
export function textsOf(value: Json | undefined): string[] {
  return asArray(value).filter((item): item is string => typeof item === 'string');
}

/** All objects of a value that may be one or several. */
export function objectsOf(value: Json | undefined): JsonObject[] {
  return asArray(value).filter(isObject);
}

/** The id of something linked or embedded. */
export function idOf(value: Json | undefined): string | null {
  return isObject(value) ? textOf(value.id) : textOf(value);
}

/** The types of an object, as written. */
export function typesOf(value: Json | undefined): string[] {
  return isObject(value) ? textsOf(value.type) : [];
}

/** Words for people: a text, a `{"@value"}` of VCDM 2.0, or the first entry of a language map. */
export function wordsOf(value: Json | undefined): string | null {
  if (!isObject(value)) return textOf(Array.isArray(value) ? value[0] : value);
  return textOf(value['@value']) ?? textOf(value.en) ?? textOf(Object.values(value)[0]);
}

/** The object without the members named. */
export function omit(object: JsonObject, ...names: string[]): JsonObject {
  const rest: JsonObject = {};
  // Nothing that was read has a member `__proto__` (`core/json-gate.ts`).
  for (const name of Object.keys(object)) if (!names.includes(name)) rest[name] = object[name] ?? null;
  return rest;
}

/** True when an object inside, at any depth but not the value itself, is of the kind asked for. */
export function holdsInside(value: Json, isWanted: (inner: JsonObject) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => isOrHolds(item, isWanted));
  for (const name of Object.keys(value)) if (isOrHolds(value[name] ?? null, isWanted)) return true;
  return false;
}

function isOrHolds(value: Json, isWanted: (inner: JsonObject) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (!Array.isArray(value) && isWanted(value)) || holdsInside(value, isWanted);
}
