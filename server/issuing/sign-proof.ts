import '#server/credentials/core/jsonld-cache.mjs';

import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { JWK } from 'jose';
import jsigs from 'jsonld-signatures';
import { bundledContexts } from '#server/credentials/index.ts';

/** How a document is signed. */
export interface ProofOptions {
  suite: 'eddsa-rdfc-2022' | 'Ed25519Signature2020';
  key: { id: string; controller: string; jwk: JWK };
  created: Date;
}

const documentLoader = async (url: string) => {
  const document = bundledContexts[url];
  if (!document) throw new Error(`The context ${url} is not carried here.`);
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
};

/** Adds an embedded proof to a document. Contexts are those that the product carries; others are refused. */
export async function signProof(document: object, { suite, key, created }: ProofOptions): Promise<object> {
  const pair = await fromJwk({ ...key, secretKey: true });
  const date = `${created.toISOString().slice(0, 19)}Z`;
  const signer = pair.signer();
  const proof =
    suite === 'Ed25519Signature2020'
      ? new Ed25519Signature2020({ signer, date })
      : new DataIntegrityProof({ signer, date, cryptosuite });
  const purpose = new jsigs.purposes.AssertionProofPurpose();
  return jsigs.sign(structuredClone(document), { suite: proof, purpose, documentLoader });
}
