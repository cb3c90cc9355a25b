import {
  buildDidDocument,
  buildIssuerProfile,
  buildKeyDocument,
  buildRevocationList,
  keyIds,
} from './build-issuer-documents.ts';
import { buildRegistry } from './build-registry.ts';
import { buildStatusList } from './build-status-list.ts';
import { issuerRoot, type Profile, toProfile } from './ensure-profile.ts';
import { signToken } from './sign-token.ts';
import {
  findIssued,
  findProfile,
  listListed,
  listRevoked,
  revocationMark,
  type StoredIssued,
} from './store/issuing.ts';

/** What is answered to whoever asks for a document. */
export interface ServedDocument {
  status: number;
  contentType: string;
  body: Uint8Array;
}

const slugShape = /^[a-z0-9][a-z0-9-]{0,62}$/;
const idShape = /^(assertions|badges)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/;

function answer(status: number, contentType: string, text: string): ServedDocument {
  return { status, contentType, body: new TextEncoder().encode(text) };
}

const json = (document: object, status = 200) =>
  answer(status, 'application/ld+json', JSON.stringify(document, null, 2));
const notFound = () => answer(404, 'application/json', '{"error":"There is no such document."}');

/**
 * Answers for the issuers run here: DID documents, status lists, and the documents of Open Badges 2.0. Strange paths
 * are 404, a withdrawn hosted badge is 410. The handler of our own issuers' host (platform/fetch.ts).
 */
export async function serveIssuingDocument(url: URL): Promise<ServedDocument> {
  const [, slug = '', ...rest] = url.pathname.split('/');
  if (slug === 'registries') return serveRegistry(rest.join('/'));
  if (!slugShape.test(slug)) return notFound();
  const stored = await findProfile(slug);
  if (!stored) return notFound();
  const profile = toProfile(stored);
  const root = issuerRoot(slug);
  const path = rest.join('/');
  switch (path) {
    case 'did.json':
      return json(buildDidDocument(profile));
    case 'profile.json':
      return json(buildIssuerProfile(profile, root));
    case 'keys/1.json':
      return json(buildKeyDocument(profile, root));
    case 'status/1':
      return serveStatusList(profile, `${root}/status/1`);
    case 'revocations.json':
      return json(buildRevocationList(profile, root, await listRevokedAssertions(slug, root)));
    default:
      return serveHosted(slug, root, path);
  }
}

/** The name of an issued badge in the revocation list of Open Badges 2.0. */
async function listRevokedAssertions(slug: string, root: string) {
  const rows = (await listRevoked(slug)).filter((row) => row.format.startsWith('ob2-'));
  return rows.map(({ id, format, revokedReason }) => ({
    id: format === 'ob2-hosted' ? `${root}/assertions/${id}.json` : `urn:uuid:${id}`,
    reason: revokedReason,
  }));
}

/** A registry that this installation publishes, in the form of the Digital Credentials Consortium. */
async function serveRegistry(path: string): Promise<ServedDocument> {
  const [, name] = /^([a-z0-9][a-z0-9-]{0,62})\.json$/.exec(path) ?? [];
  const listed = name === undefined ? [] : await listListed(name);
  return listed.length === 0 ? notFound() : json(buildRegistry(listed));
}

const kept = new Map<string, { mark: string; text: string }>();

/** The signed list, kept until something more is revoked; it may be asked for with every credential. */
async function serveStatusList(profile: Profile, url: string): Promise<ServedDocument> {
  const mark = `${profile.keys.ed25519.x} ${await revocationMark(profile.slug)}`;
  let text = kept.get(profile.slug)?.mark === mark ? kept.get(profile.slug)?.text : undefined;
  if (text === undefined) {
    const revoked = (await listRevoked(profile.slug)).map((row) => row.statusIndex);
    const kid = keyIds(profile.did).ed25519;
    const list = buildStatusList(profile.did, url, revoked);
    text = await signToken(list, { jwk: profile.keys.ed25519, alg: 'EdDSA', kid, typ: 'vc+jwt' });
    kept.set(profile.slug, { mark, text });
  }
  return answer(200, 'application/vc+jwt', text);
}

async function serveHosted(slug: string, root: string, path: string): Promise<ServedDocument> {
  const [, folder, id] = idShape.exec(path) ?? [];
  const issued = id === undefined ? null : await findIssued(id);
  if (!issued || issued.profileSlug !== slug || issued.format !== 'ob2-hosted') return notFound();
  if (folder === 'badges') return json((JSON.parse(issued.document) as { badge: object }).badge);
  return issued.revokedAt
    ? json(describeGone(issued, root), 410)
    : answer(200, 'application/ld+json', issued.document);
}

function describeGone({ id, revokedReason }: StoredIssued, root: string) {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: `${root}/assertions/${id}.json`,
    type: 'Assertion',
    revoked: true,
    ...(revokedReason ? { revocationReason: revokedReason } : {}),
  };
}
