// The package carries no types; these are the parts used here.

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export type VerifyCryptosuite = {
    createVerifyData(options: {
      cryptosuite: VerifyCryptosuite;
      document: object;
      proof: object;
      documentLoader: (url: string) => Promise<object>;
    }): Promise<{
      baseSignature: Uint8Array;
      proofHash: Uint8Array;
      publicKey: Uint8Array;
      signatures: Uint8Array[];
      nonMandatory: string[];
      mandatoryHash: Uint8Array;
    }>;
  };
  export function createVerifyCryptosuite(): VerifyCryptosuite;
}
