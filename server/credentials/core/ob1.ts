import { isObject, type JsonObject, textsOf } from './json.ts';

/**
 * Which Open Badge before 2.0 a document is, or null: 1.x by its context, or by what stood in for one (1.0 has `uid`,
 * 0.5 names the badge in the assertion and the recipient as a text). Nobody can verify them any more (§2.2).
 */
export function versionOfOb1(json: JsonObject): '0.5' | '1.0' | null {
  const contexts = textsOf(json['@context']);
  if (contexts.some((context) => context.includes('openbadges/v1'))) return '1.0';
  if (json['@context'] !== undefined || json.badge === undefined) return null;
  const { badge, recipient, uid } = json;
  const isWithin = isObject(badge) && isObject(badge.issuer) && badge.issuer.origin !== undefined;
  if (uid === undefined && !isWithin) return null;
  return typeof recipient === 'string' ? '0.5' : '1.0';
}
