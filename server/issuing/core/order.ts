/** The formats in which credentials are issued here. */
export const issueFormats = [
  'eddsa-rdfc-2022',
  'Ed25519Signature2020',
  'jwt-es256',
  'jwt-eddsa',
  'ob2-hosted',
  'ob2-signed',
] as const;
export type IssueFormat = (typeof issueFormats)[number];

/** What a credential is about. */
export interface Achievement {
  /** Part of its address; the same for all credentials of one achievement. */
  key: string;
  /** Open Badges 3.0 achievement type, such as Badge, Certificate or License. */
  type: string;
  title: string;
  description: string;
  criteria: string;
  /** Skills it is aligned to, with the level shown (1 to 4) or null. */
  skills: readonly { name: string; uri: string; level: number | null }[];
  tags: readonly string[];
  /** Work that was looked at; `id` is its address. */
  evidence: readonly { id: string; name: string }[];
  /** What was reached: percent of a described scale, a bare statement such as "Passed", or nothing. */
  result: { kind: 'percent' | 'statement'; value: string } | null;
}

/** Whom it is issued to: an e-mail address, written as a hash where the format is usual for that, or a DID. */
export type Recipient = { name: string; email: string } | { name: string; did: string };

/** An order to issue. */
export interface IssueOrder {
  achievement: Achievement;
  recipient: Recipient;
  format: IssueFormat;
  validFrom: Date;
  validUntil: Date | null;
  /** A status list kept elsewhere than here, or null for none: then it cannot be withdrawn. */
  statusList?: string | null;
}

/** An issued credential as its holder gets it. */
export interface IssuedDocument {
  id: string;
  text: string;
  bytes: Uint8Array;
  mediaType: string;
  /** Address of a hosted badge; null for those that carry their own signature. */
  url: string | null;
}
