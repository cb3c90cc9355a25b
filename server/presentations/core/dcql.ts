import { DcqlPresentationResult, DcqlQuery } from 'dcql';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { objectsOf, textOf, typesOf } from '#server/credentials/core/json.ts';

/*
 * What is asked of a wallet, in the language of OpenID4VP 1.0 §6 (DCQL), and whether an answer is what was asked.
 */

/** The formats in which credentials are asked for. */
export type PresentedFormat = 'ldp_vc' | 'jwt_vc_json' | 'dc+sd-jwt';

/** A query in DCQL, ready to be sent. */
export type WalletQuery = {
  credentials: CredentialQuery[];
  credential_sets: { options: string[][]; required: boolean }[];
};

/** One kind of credential that is asked for. */
export type CredentialQuery = {
  id: string;
  format: PresentedFormat;
  multiple: boolean;
  meta: { type_values: string[][] } | { vct_values: string[] };
  claims?: { path: (string | null)[]; values: string[] }[];
};

/** The type that every Open Badges 3.0 context gives to OpenBadgeCredential and AchievementCredential alike. */
const badgeIri = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential';
const vcIri = 'https://www.w3.org/2018/credentials#VerifiableCredential';
const iris: Readonly<Record<string, string>> = {
  VerifiableCredential: vcIri,
  OpenBadgeCredential: badgeIri,
  AchievementCredential: badgeIri,
};
const badgeMeta = { type_values: [[badgeIri]] };
const skillPath = ['credentialSubject', 'achievement', 'alignment', null, 'targetUrl'];

/**
 * Asks for any badge in any format, as many as the person chooses. SD-JWT VC cannot be asked for but by type (§B.3.5):
 * `vcts` names those that this installation takes; without any, none is asked for.
 */
export function askForAnyBadge(vcts: readonly string[]): WalletQuery {
  const credentials: CredentialQuery[] = [
    { id: 'badge', format: 'ldp_vc', multiple: true, meta: badgeMeta },
    { id: 'badge-token', format: 'jwt_vc_json', multiple: true, meta: badgeMeta },
  ];
  if (vcts.length > 0)
    credentials.push({ id: 'sd-jwt', format: 'dc+sd-jwt', multiple: true, meta: { vct_values: [...vcts] } });
  // Any one of them, or several; each is optional by itself.
  const options = credentials.map(({ id }) => [id]);
  return { credentials, credential_sets: options.map((option) => ({ options: [option], required: false })) };
}

/** A skill that a job asks for: the URIs of what counts for it (any one is enough), and whether it is a must. */
export type AskedSkill = { uris: readonly string[]; must: boolean };

/**
 * Asks for badges that name the skills of a job by URI: one query a skill and format, either of which is enough. What a
 * job must have is required, what is nice to have may be left out. Skills without a URI cannot be asked for.
 */
export function askForSkills(skills: readonly AskedSkill[]): WalletQuery | null {
  const askable = skills.filter(({ uris }) => uris.length > 0);
  if (askable.length === 0) return null;
  const rows = askable.map(({ uris, must }, at) => {
    const claims = [{ path: skillPath, values: [...new Set(uris)] }];
    const common = { multiple: false, meta: badgeMeta, claims };
    const plain: CredentialQuery = { id: `skill-${at + 1}`, format: 'ldp_vc', ...common };
    const token: CredentialQuery = { id: `skill-${at + 1}-token`, format: 'jwt_vc_json', ...common };
    return { credentials: [plain, token], set: { options: [[plain.id], [token.id]], required: must } };
  });
  return {
    credentials: rows.flatMap((row) => row.credentials),
    credential_sets: rows.map((row) => row.set),
  };
}

/** A verified credential, as the language of queries sees it. */
export type ShownCredential =
  | { format: 'ldp_vc' | 'jwt_vc_json'; credential: JsonObject }
  | { format: 'dc+sd-jwt'; vct: string; claims: JsonObject };

/** True when a credential is one that this part of the query asks for. */
export function isAskedFor(query: WalletQuery, id: string, shown: ShownCredential): boolean {
  const match = resultOf(query, { [id]: [shown] }).credential_matches[id];
  return match?.success === true;
}

/** True when what was shown, by ids of the query, is all that it requires, and something at all. */
export function isSatisfied(
  query: WalletQuery,
  shown: Readonly<Record<string, readonly ShownCredential[]>>,
): boolean {
  const given = Object.fromEntries(Object.entries(shown).filter(([, list]) => list.length > 0));
  return Object.keys(given).length > 0 && resultOf(query, given).can_be_satisfied;
}

function resultOf(query: WalletQuery, shown: Readonly<Record<string, readonly ShownCredential[]>>) {
  const dcqlQuery = DcqlQuery.parse(query as DcqlQuery.Input);
  const given = Object.entries(shown).map(([id, list]) => [id, list.map(toDcql)]);
  return DcqlPresentationResult.fromDcqlPresentation(Object.fromEntries(given), { dcqlQuery });
}

function toDcql(shown: ShownCredential) {
  const bound = { cryptographic_holder_binding: true };
  if (shown.format === 'dc+sd-jwt')
    return { ...bound, credential_format: shown.format, vct: shown.vct, claims: shown.claims };
  const { credential, format } = shown;
  // Signed contexts are bundled, so that a short name means one thing only.
  const type = typesOf(credential).map((name) => iris[name] ?? name);
  return { ...bound, credential_format: format, type: [...new Set(type)], claims: credential };
}

/** The credential in a text that was verified before: a document, or the payload of a token. */
export function readShown(format: 'ldp_vc' | 'jwt_vc_json', text: string): ShownCredential {
  const json = format === 'ldp_vc' ? text : Buffer.from(text.split('.')[1] ?? '', 'base64url').toString();
  const body = JSON.parse(json) as JsonObject;
  const [inner = body] = objectsOf(body.vc);
  return { format, credential: inner };
}

/** An SD-JWT VC that was verified, by its disclosed claims. */
export function readDisclosed(claims: JsonObject): ShownCredential {
  return { format: 'dc+sd-jwt', vct: textOf(claims.vct) ?? '', claims };
}
