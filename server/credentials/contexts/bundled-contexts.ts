import type { JsonObject } from '../core/json.ts';
import bitstringStatusListV1 from './bitstring-status-list-v1.json';
import blockcerts20 from './blockcerts-2.0.json';
import blockcerts20Alpha from './blockcerts-2.0-alpha.json';
import blockcerts30 from './blockcerts-3.0.json';
import blockcerts31 from './blockcerts-3.1.json';
import blockcerts32 from './blockcerts-3.2.json';
import cidV1 from './cid-v1.json';
import citizenshipV4rc1 from './citizenship-v4rc1.json';
import clrV2p0 from './clr-v2p0.json';
import clrV2p0201 from './clr-v2p0-2.0.1.json';
import credentialsExamplesV2 from './credentials-examples-v2.json';
import credentialsV1 from './credentials-v1.json';
import credentialsV2 from './credentials-v2.json';
import dataIntegrityV1 from './data-integrity-v1.json';
import dataIntegrityV2 from './data-integrity-v2.json';
import didV1 from './did-v1.json';
import ed255192018V1 from './ed25519-2018-v1.json';
import ed255192020V1 from './ed25519-2020-v1.json';
import jws2020V1 from './jws-2020-v1.json';
import multikeyV1 from './multikey-v1.json';
import obV3p0 from './ob-v3p0.json';
import obV3p0301 from './ob-v3p0-3.0.1.json';
import obV3p0302 from './ob-v3p0-3.0.2.json';
import obV3p0303 from './ob-v3p0-3.0.3.json';
import obV3p0Extensions from './ob-v3p0-extensions.json';
import openbadgesV2 from './openbadges-v2.json';
import revocationList2020V1 from './revocation-list-2020-v1.json';
import secp256k12019V1 from './secp256k1-2019-v1.json';
import securityV1 from './security-v1.json';
import securityV2 from './security-v2.json';
import statusList2021V1 from './status-list-2021-v1.json';

/**
 * Every JSON-LD context that is known, by URL. Contexts are never loaded from anywhere else: an unknown one is a
 * finding with its name. Their texts are those of W3C, 1EdTech, DIF and Blockcerts, pinned by hash in a test.
 */
export const bundledContexts: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  Object.entries({
    'https://www.w3.org/2018/credentials/v1': credentialsV1,
    'https://www.w3.org/ns/credentials/v2': credentialsV2,
    'https://www.w3.org/ns/credentials/examples/v2': credentialsExamplesV2,
    'https://purl.imsglobal.org/spec/ob/v3p0/context.json': obV3p0,
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': obV3p0301,
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': obV3p0302,
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': obV3p0303,
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': obV3p0Extensions,
    'https://purl.imsglobal.org/spec/clr/v2p0/context.json': clrV2p0,
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': clrV2p0201,
    'https://w3id.org/security/suites/ed25519-2018/v1': ed255192018V1,
    'https://w3id.org/security/suites/ed25519-2020/v1': ed255192020V1,
    'https://w3id.org/security/data-integrity/v1': dataIntegrityV1,
    'https://w3id.org/security/data-integrity/v2': dataIntegrityV2,
    'https://w3id.org/security/multikey/v1': multikeyV1,
    'https://www.w3.org/ns/cid/v1': cidV1,
    'https://www.w3.org/ns/did/v1': didV1,
    'https://w3id.org/security/v2': securityV2,
    'https://w3id.org/security/v1': securityV1,
    'https://w3id.org/security/suites/jws-2020/v1': jws2020V1,
    'https://w3id.org/security/suites/secp256k1-2019/v1': secp256k12019V1,
    'https://w3id.org/openbadges/v2': openbadgesV2,
    'https://openbadgespec.org/v2/context.json': openbadgesV2,
    'https://w3id.org/vc-revocation-list-2020/v1': revocationList2020V1,
    'https://w3id.org/vc/status-list/2021/v1': statusList2021V1,
    'https://www.w3.org/ns/credentials/status/v1': bitstringStatusListV1,
    'https://w3id.org/citizenship/v4rc1': citizenshipV4rc1,
    'https://w3id.org/blockcerts/schema/2.0-alpha/context.json': blockcerts20Alpha,
    'https://www.blockcerts.org/schema/2.0-alpha/context.json': blockcerts20Alpha,
    'https://w3id.org/blockcerts/v2': blockcerts20,
    'https://w3id.org/blockcerts/schema/2.0/context.json': blockcerts20,
    'https://w3id.org/blockcerts/v3': blockcerts30,
    'https://w3id.org/blockcerts/v3.1': blockcerts31,
    'https://w3id.org/blockcerts/v3.2': blockcerts32,
  }).map(([url, context]) => [url, Object.freeze(context as JsonObject)]),
);

/** True for a context that is carried here. */
export function isBundledContext(url: string): boolean {
  return Object.hasOwn(bundledContexts, url);
}
