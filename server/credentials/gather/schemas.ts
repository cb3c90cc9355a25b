import { modelOf } from '../core/envelope.ts';
import type { SchemaFact } from '../core/facts.ts';
import { type JsonObject, objectsOf, textOf, typesOf } from '../core/json.ts';
import { type SchemaName, validateAgainst } from '../threads/validate.ts';

const folder = 'https://purl.imsglobal.org/spec';

/** Schemas by the address that names them. They are never fetched, and were written for data model 1.1. */
const carried: Readonly<Record<string, SchemaName>> = {
  [`${folder}/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json`]:
    'ob-v3p0-achievementcredential',
  [`${folder}/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json`]: 'clr-v2p0-clrcredential',
};

const mostSchemas = 4;

/**
 * Holds a credential against the schemas that it names itself, where they are carried here and made for its data model
 * (verification.md §2.10). `claims` are those of a token, which hold what the credential leaves to them.
 */
export async function gatherSchemas(
  credential: JsonObject,
  claims: JsonObject | null,
): Promise<SchemaFact[]> {
  const named = objectsOf(credential.credentialSchema).slice(0, mostSchemas);
  return Promise.all(named.map((entry) => askSchema(entry, credential, claims)));
}

async function askSchema(
  entry: JsonObject,
  credential: JsonObject,
  claims: JsonObject | null,
): Promise<SchemaFact> {
  const id = textOf(entry.id) ?? 'no address';
  const notRun = (detail: string): SchemaFact => ({ id, state: 'not-run', detail });
  if (!typesOf(entry).includes('1EdTechJsonSchemaValidator2019'))
    return notRun(`schemas of kind ${typesOf(entry)[0] ?? 'not stated'} are not known here`);
  const schema = Object.hasOwn(carried, id) ? carried[id] : undefined;
  if (schema === undefined) return notRun('the schema it names is not carried here');
  if (modelOf(credential) !== '1.1') return notRun('the schema it names is made for an older data model');
  const answer = await validateAgainst(schema, claims === null ? credential : withClaims(credential, claims));
  if (answer.state === 'not-run') return notRun('the schema it names could not be held against it in time');
  return { id, state: answer.state, detail: answer.state === 'fails' ? answer.detail : '' };
}

/** VCDM 1.1 §6.3.1: in a token, claims may stand in place of members. */
function withClaims(credential: JsonObject, { iss, jti, nbf, exp }: JsonObject): JsonObject {
  const date = (seconds: JsonObject[string] | undefined) =>
    typeof seconds === 'number' && Math.abs(seconds) < 253_402_300_800
      ? new Date(seconds * 1_000).toISOString()
      : undefined;
  const stated = { id: jti, issuer: iss, issuanceDate: date(nbf), expirationDate: date(exp) };
  const given = Object.entries(stated).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(given) as JsonObject), ...credential };
}
