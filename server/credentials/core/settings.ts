/** What an operator decides about verification; everything is off or empty unless said otherwise. */
export type VerifySettings = {
  /** Base addresses of block explorers, asked in this order. */
  explorers: readonly string[];
  /** Certificates (PEM) that seals of European Digital Credentials may lead up to. */
  sealRoots: readonly string[];
  /** Names of the learning platforms whose public certificate pages may be read by a program. */
  platformPages: readonly string[];
};

/** An installation whose operator decided nothing. */
export const plainSettings: VerifySettings = { explorers: [], sealRoots: [], platformPages: [] };
