// The packages of Digital Bazaar carry no types; only what is used here is described.

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown; signer?: unknown; date?: string | Date });
    createProof(options: object): Promise<object>;
    verifyProof(options: object): Promise<{ verified: boolean; error?: Error }>;
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options: { signer?: unknown; date?: string | Date });
  }
}

declare module '@digitalbazaar/ed25519-multikey' {
  export interface Ed25519KeyPair {
    publicKeyMultibase: string;
    signer(): { id?: string };
  }
  export function fromJwk(options: {
    jwk: object;
    secretKey: boolean;
    id: string;
    controller: string;
  }): Promise<Ed25519KeyPair>;
}

declare module 'jsonld-signatures' {
  interface Loaded {
    contextUrl: null;
    documentUrl: string;
    document: unknown;
    tag?: string;
  }
  const library: {
    sign(
      document: object,
      options: { suite: unknown; purpose: unknown; documentLoader: (url: string) => Promise<Loaded> },
    ): Promise<Record<string, unknown>>;
    derive(
      document: object,
      options: { suite: unknown; purpose: unknown; documentLoader: (url: string) => Promise<Loaded> },
    ): Promise<Record<string, unknown>>;
    purposes: {
      AssertionProofPurpose: new () => { update(proof: object, options: object): Promise<object> };
    };
  };
  export default library;
}
