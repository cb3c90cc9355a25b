import type { JsonObject } from '#server/credentials/core/json.ts';
import type { Issuer } from './issuer.ts';
import { signCompact } from './open-badge-3.ts';
import { signEmbedded, toTokenPayload } from './sign.ts';

const context = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];

/** What is wanted of a record; what is left out is usual. */
export type RecordOrder = {
  id?: string;
  subjectId?: string;
  /** Members of the subject besides the credentials inside, such as `identifier` or `achievement`. */
  subject?: JsonObject;
  /** Members that replace or add to those of the record. */
  members?: JsonObject;
};

/** A CLR 2.0 document without proof that holds the credentials given: documents, or compact tokens. */
function buildClr(
  issuer: Issuer,
  held: readonly (JsonObject | string)[],
  order: RecordOrder = {},
): JsonObject {
  const { id = `${issuer.root}/records/1`, subjectId } = order;
  return {
    '@context': context,
    id,
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
    validFrom: '2026-01-01T00:00:00Z',
    name: 'Transcript of records',
    credentialSubject: {
      ...(subjectId === undefined ? {} : { id: subjectId }),
      type: ['ClrSubject'],
      verifiableCredential: [...held],
      ...order.subject,
    },
    ...order.members,
  };
}

/** A CLR 2.0 with an embedded proof. */
export function issueClr(
  issuer: Issuer,
  held: readonly (JsonObject | string)[],
  order: RecordOrder = {},
): Promise<JsonObject> {
  const created = new Date('2026-01-01T00:00:00Z');
  return signEmbedded(buildClr(issuer, held, order), {
    key: issuer.signing,
    suite: 'eddsa-rdfc-2022',
    created,
  });
}

/** A CLR 2.0 as VC-JWT. */
export function issueClrJwt(
  issuer: Issuer,
  held: readonly (JsonObject | string)[],
  order: RecordOrder = {},
): string {
  const header = { alg: issuer.key.alg, typ: 'JWT', kid: issuer.signing.methodId };
  return signCompact(issuer, header, JSON.stringify(toTokenPayload(buildClr(issuer, held, order))));
}
