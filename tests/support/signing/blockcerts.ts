import { createHash } from 'node:crypto';
import { encode } from 'cborg';
import jsonld from 'jsonld';
import { base58btc } from 'multiformats/bases/base58';
import { bundledContexts } from '#server/credentials/contexts/bundled-contexts.ts';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { Documents } from './issuer.ts';

/** What is wanted of a Blockcert; everything has a usual value. */
export type BlockcertOrder = {
  version?: 2 | 3;
  network?: 'bitcoinMainnet' | 'bitcoinTestnet' | 'ethereumMainnet' | 'mockchain';
  email?: string;
  expires?: string;
  alignments?: { name: string; url: string }[];
  /** Further members of the document and of its contexts. */
  members?: JsonObject;
  contexts?: JsonObject[string][];
  /** Signs the document with other proofs before it gets its receipt (version 3). */
  sign?: (document: JsonObject) => Promise<JsonObject>;
  /** The key of the issuer's profile, and what the chain holds, where they differ from the usual. */
  key?: JsonObject;
  chain?: { root?: string; sender?: string; id?: string; at?: string };
};

/** A Blockcert with the world around it. */
export type Blockcert = {
  document: JsonObject;
  documents: Documents;
  /** Settings under which one explorer is asked, and those under which two are. */
  explorers: { one: string[]; two: string[]; none: string[] };
  root: string;
  transaction: string;
  profileUrl: string;
};

/** Two explorers that tell the same; a test may change what one of them says. */
export const explorerHosts = ['https://one.example', 'https://two.example'] as const;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const profileUrl = 'https://academy.example/profile.json';
const addresses = { bitcoin: '1Academy7xVbqP2MqnZLyL8s4wB9QfTs3', ethereum: `0x${'ab'.repeat(20)}` };
const keyMethod = `${profileUrl}#key-1`;

/** Hashes a document as issuers of Blockcerts do: RDFC-1.0 with a vocabulary for words that no context maps. */
async function hashDocument(document: JsonObject): Promise<Buffer> {
  const stated = document['@context'];
  const contexts = [
    ...(Array.isArray(stated) ? stated : [stated ?? null]),
    { '@vocab': 'http://fallback.org/' },
  ];
  const documentLoader = async (url: string) => ({
    contextUrl: null,
    documentUrl: url,
    document: bundledContexts[url],
  });
  const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: false,
    base: null,
    documentLoader,
  };
  const quads = await jsonld.canonize(
    { ...document, '@context': contexts } as jsonld.JsonLdDocument,
    options as unknown as jsonld.Options.Normalize,
  );
  return sha256(String(quads));
}

type Step = { side: 'left' | 'right'; hash: Buffer };

/** The path of the first of five leaves, and the root; a lonely leaf goes up as it is. */
function growTree(target: Buffer): { path: Step[]; root: Buffer } {
  const strangers = [1, 2, 3, 4].map((number) => sha256(`leaf ${number}`));
  // In the middle, so that the path turns to both sides.
  let row = [...strangers.slice(0, 1), target, ...strangers.slice(1)];
  let place = 1;
  const path: Step[] = [];
  while (row.length > 1) {
    const next: Buffer[] = [];
    for (let at = 0; at < row.length; at += 2) {
      const [left, right] = [row[at], row[at + 1]];
      if (left) next.push(right ? sha256(Buffer.concat([left, right])) : left);
    }
    const neighbour = row[place ^ 1];
    if (neighbour) path.push({ side: place % 2 === 1 ? 'left' : 'right', hash: neighbour });
    place = Math.floor(place / 2);
    row = next;
  }
  return { path, root: row[0] ?? target };
}

function buildVersion2(order: BlockcertOrder): JsonObject {
  const { email = 'ada@example.org', expires, alignments = [], members, contexts = [] } = order;
  return {
    '@context': ['https://w3id.org/openbadges/v2', 'https://w3id.org/blockcerts/v2', ...contexts],
    id: 'urn:uuid:5f1b9b1e-0000-4000-8000-000000000002',
    type: 'Assertion',
    recipient: { type: 'email', identity: email, hashed: false },
    badge: {
      id: 'urn:uuid:5f1b9b1e-0000-4000-8000-000000000001',
      type: 'BadgeClass',
      name: 'Safe use of ladders',
      description: 'Sets up, climbs and stores ladders without accident.',
      criteria: { narrative: 'Shown on the practice wall.' },
      alignment: alignments.map(({ name, url }) => ({ targetName: name, targetUrl: url })),
      issuer: { id: profileUrl, type: 'Profile', name: 'Academy', url: 'https://academy.example' },
    },
    verification: {
      type: ['MerkleProofVerification2017', 'Extension'],
      publicKey: `ecdsa-koblitz-pubkey:${addresses.bitcoin}`,
    },
    issuedOn: '2026-01-01T00:00:00Z',
    ...(expires === undefined ? {} : { expires }),
    ...members,
  };
}

function buildVersion3(order: BlockcertOrder): JsonObject {
  const { email = 'ada@example.org', expires, members, contexts = [] } = order;
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/blockcerts/v3', ...contexts],
    id: 'urn:uuid:5f1b9b1e-0000-4000-8000-000000000003',
    type: ['VerifiableCredential', 'BlockcertsCredential'],
    issuer: profileUrl,
    validFrom: '2026-01-01T00:00:00Z',
    ...(expires === undefined ? {} : { validUntil: expires }),
    credentialSubject: { id: 'urn:example:ada', name: 'Ada', email, claim: { name: 'Safe use of ladders' } },
    ...members,
  };
}

const numbers = {
  bitcoinMainnet: [0, 1],
  bitcoinTestnet: [0, 3],
  ethereumMainnet: [1, 1],
  mockchain: [-1, 'none'],
} as const;

/** `proofValue` of MerkleProof2019 over any numbered parts; texts are CBOR inside CBOR. */
export function encodeProofValue(parts: readonly (readonly [number, unknown])[]): string {
  return base58btc.encode(encode(parts));
}

/** The parts of a receipt of version 3, for a test to bend. */
export function receiptParts(
  target: string,
  root: string,
  path: [0 | 1, string][],
  anchor: [number, unknown][],
) {
  const wrapped = path.map(([side, hash]) => [side, encode(hash)]);
  return [
    [3, wrapped],
    [0, encode(root)],
    [1, encode(target)],
    [2, [anchor]],
  ] as [number, unknown][];
}

function receiptFor(
  order: BlockcertOrder,
  target: Buffer,
  transaction: string,
): { receipt: JsonObject; root: string } {
  const { version = 2, network = 'bitcoinMainnet' } = order;
  const { path, root } = growTree(target);
  const hexRoot = root.toString('hex');
  if (version === 3) {
    const [chain, net] = numbers[network];
    const id: [number, unknown][] = network === 'mockchain' ? [] : [[2, encode(transaction)]];
    const steps = path.map(({ side, hash }): [0 | 1, string] => [
      side === 'left' ? 0 : 1,
      hash.toString('hex'),
    ]);
    const parts = receiptParts(target.toString('hex'), hexRoot, steps, [[0, chain], [1, net], ...id]);
    const receipt = {
      type: 'MerkleProof2019',
      created: '2026-01-02T00:00:00Z',
      proofPurpose: 'assertionMethod',
      verificationMethod: keyMethod,
      proofValue: encodeProofValue(parts),
    };
    return { receipt, root: hexRoot };
  }
  const receipt = {
    type: ['MerkleProof2017', 'Extension'],
    targetHash: target.toString('hex'),
    merkleRoot: hexRoot,
    proof: path.map(({ side, hash }) => ({ [side]: hash.toString('hex') })),
    anchors: [{ sourceId: transaction, type: 'BTCOpReturn', chain: network }],
  };
  return { receipt, root: hexRoot };
}

/** A Blockcert one of five in a tree, with the profile of its issuer, its revocation list, and two explorers. */
export async function issueBlockcert(order: BlockcertOrder = {}): Promise<Blockcert> {
  const { version = 2, network = 'bitcoinMainnet', chain = {} } = order;
  const isEthereum = network === 'ethereumMainnet';
  const plain = version === 2 ? buildVersion2(order) : buildVersion3(order);
  const signed = order.sign ? await order.sign(plain) : plain;
  const transaction = `${isEthereum ? '0x' : ''}${sha256(`transaction ${version} ${network}`).toString('hex')}`;
  const { receipt, root } = receiptFor(order, await hashDocument(signed), transaction);
  const proofs = signed.proof === undefined ? receipt : [signed.proof, receipt];
  const document = version === 2 ? { ...signed, signature: receipt } : { ...signed, proof: proofs };
  const documents: Documents = new Map();
  publishAcademy(documents, isEthereum ? addresses.ethereum : addresses.bitcoin, order.key ?? {});
  const name = isEthereum ? 'eth:mainnet' : `btc:${network === 'bitcoinTestnet' ? 'testnet' : 'mainnet'}`;
  const two = explorerHosts.map((host) => `${name}=${host}/api`);
  const entry = {
    id: chain.id ?? transaction,
    root: chain.root ?? root,
    sender: chain.sender ?? (isEthereum ? addresses.ethereum : addresses.bitcoin),
    at: chain.at ?? '2026-01-02T00:00:00Z',
  };
  for (const host of explorerHosts) tellEntry(documents, host, transaction, entry, isEthereum);
  return {
    document,
    documents,
    explorers: { one: two.slice(0, 1), two, none: [] },
    root,
    transaction,
    profileUrl,
  };
}

function publishAcademy(documents: Documents, address: string, key: JsonObject): void {
  const revocationList = 'https://academy.example/revoked.json';
  documents.set(profileUrl, {
    '@context': ['https://w3id.org/openbadges/v2', 'https://w3id.org/blockcerts/v2'],
    id: profileUrl,
    type: 'Profile',
    name: 'Academy',
    url: 'https://academy.example',
    email: 'badges@academy.example',
    revocationList,
    publicKey: [{ id: `ecdsa-koblitz-pubkey:${address}`, created: '2025-01-01T00:00:00+0000', ...key }],
    verificationMethod: [{ id: keyMethod, controller: profileUrl, type: 'JsonWebKey' }],
    assertionMethod: [keyMethod],
  });
  documents.set(revocationList, {
    type: 'RevocationList',
    id: revocationList,
    issuer: profileUrl,
    revokedAssertions: [],
  });
}

type Entry = { id: string; root: string; sender: string; at: string };

/** Lets an explorer tell of a transaction when it is asked for `transaction`. */
export function tellEntry(
  documents: Documents,
  host: string,
  transaction: string,
  entry: Entry,
  isEthereum = false,
): void {
  const seconds = Date.parse(entry.at) / 1000;
  const hash = `0x${'b1'.repeat(32)}`;
  if (!isEthereum) {
    documents.set(`${host}/api/tx/${transaction}`, {
      txid: entry.id,
      vin: [{ prevout: { scriptpubkey_address: entry.sender } }],
      vout: [
        { scriptpubkey: '76a914000088ac', value: 1 },
        { scriptpubkey: `6a20${entry.root}`, value: 0 },
      ],
      status: { confirmed: Number.isFinite(seconds), block_time: Number.isFinite(seconds) ? seconds : null },
    });
    return;
  }
  const call = (action: string) => `${host}/api?module=proxy&action=${action}`;
  documents.set(`${call('eth_getTransactionByHash')}&txhash=${transaction}`, {
    jsonrpc: '2.0',
    result: {
      hash: entry.id,
      from: entry.sender,
      input: `0x${entry.root}`,
      blockHash: hash,
      blockNumber: '0x10',
    },
  });
  documents.set(`${call('eth_getBlockByNumber')}&tag=0x10&boolean=false`, {
    jsonrpc: '2.0',
    result: { hash, timestamp: `0x${seconds.toString(16)}` },
  });
}
