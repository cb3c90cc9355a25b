/** What an operator decides about verification; everything is off or empty unless said otherwise. */
export type VerifySettings = {
  /** Block explorers, asked in this order: `CHAIN:NETWORK[:KIND]=ADDRESS`. */
  explorers: readonly string[];
  /** Certificates (PEM) that seals of European Digital Credentials may lead up to. */
  sealRoots: readonly string[];
  /** Names of the learning platforms whose public certificate pages may be read by a program. */
  platformPages: readonly string[];
};

/** An installation whose operator decided nothing. */
export const plainSettings: VerifySettings = { explorers: [], sealRoots: [], platformPages: [] };
