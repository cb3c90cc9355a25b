import { DcqlQuery } from 'dcql';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { typesOf } from '#server/credentials/core/json.ts';
import type { HeldSdJwt } from '../signing/sd-jwt.ts';

/** A credential as the wallet keeps it. */
export type Held =
  | { format: 'ldp_vc'; credential: JsonObject }
  | { format: 'jwt_vc_json'; token: string }
  | { format: 'dc+sd-jwt'; held: HeldSdJwt };

const vocabulary = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';

function bodyOf(token: string): JsonObject {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as JsonObject;
}

function describe(held: Held) {
  const bound = { cryptographic_holder_binding: true };
  if (held.format === 'dc+sd-jwt') {
    const body = bodyOf(held.held.jwt);
    return { ...bound, credential_format: held.format, vct: String(body.vct), claims: body };
  }
  const claims = held.format === 'ldp_vc' ? held.credential : bodyOf(held.token);
  const type = typesOf(claims).map((name) =>
    name === 'VerifiableCredential' ? name : `${vocabulary}${name}`,
  );
  return { ...bound, credential_format: held.format, type, claims };
}

/**
 * Chooses what to show: for each set of the query the first option that can be met, with every credential that fits where
 * several may be shown and the first where one is asked; nothing that was not asked for. Throws when a required set
 * cannot be met.
 */
export function chooseCredentials(
  input: Record<string, unknown>,
  held: readonly Held[],
): Record<string, Held[]> {
  const query = DcqlQuery.parse(input as DcqlQuery.Input);
  DcqlQuery.validate(query);
  const result = DcqlQuery.query(query, held.map(describe));
  const fitting = (id: string): Held[] => {
    const match = result.credential_matches[id];
    const asked = query.credentials.find((entry) => entry.id === id);
    if (!match?.success) return [];
    const all = match.valid_credentials.flatMap(({ input_credential_index: at }) => held[at] ?? []);
    return asked?.multiple ? all : all.slice(0, 1);
  };
  const sets = query.credential_sets ?? [
    { options: [query.credentials.map(({ id }) => id)], required: true },
  ];
  const chosen: Record<string, Held[]> = {};
  for (const { options, required } of sets) {
    const option = options.find((ids) => ids.every((id) => fitting(id).length > 0));
    if (!option && required) throw new Error('Nothing here is what was asked for.');
    for (const id of option ?? []) chosen[id] = fitting(id);
  }
  return chosen;
}
