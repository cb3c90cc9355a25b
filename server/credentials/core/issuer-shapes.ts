// What pages and API show of issuers; handed on by `schemas.ts`.
import { z } from 'zod';

/**
 * Who issued it. `name` is the registry's if one recognises the issuer, else what it calls itself, which pages mark as
 * such; `url` is its homepage by the registry.
 */
export const issuerOutput = z.object({
  id: z.string().nullable(),
  name: z.string(),
  claimedName: z.string().nullable(),
  recognised: z.boolean(),
  registry: z.string().nullable(),
  url: z.string().nullable(),
});

/** What one registry says of an issuer, or since when it does not answer. */
const voucherOutput = z.object({
  registry: z.string(),
  link: z.string().nullable(),
  /** listed: recognises; stated: could not be checked; ended: no more, or not yet; silent: it does not answer. */
  state: z.enum(['listed', 'stated', 'ended', 'silent']),
  name: z.string().nullable(),
  says: z.string().nullable(),
  scope: z.string().nullable(),
  since: z.date().nullable(),
  validUntil: z.date().nullable(),
  /** The last good answer. */
  asOf: z.date().nullable(),
  failedSince: z.date().nullable(),
});
export type VoucherOutput = z.output<typeof voucherOutput>;

/** Who vouches for an issuer; separate from every verdict. */
export const trustOutput = z.object({
  id: z.string(),
  /** By the first registry that recognises it; null = unrecognised. */
  name: z.string().nullable(),
  claimedName: z.string().nullable(),
  recognised: z.boolean(),
  registry: z.string().nullable(),
  homepage: z.string().nullable(),
  /** In its own letters, or in A-labels when a label mixes scripts. */
  host: z.string().nullable(),
  /** A recognised issuer that it could be taken for; without one for a host that mixes scripts. */
  resembles: z
    .object({
      by: z.enum(['name', 'host', 'mixed-scripts']),
      id: z.string().nullable(),
      name: z.string().nullable(),
    })
    .nullable(),
  vouchers: voucherOutput.array(),
  registriesRead: z.int(),
});
export type TrustOutput = z.output<typeof trustOutput>;

/** A key that an issuer was seen to publish. */
const issuerKeyOutput = z.object({
  /** Within the issuer's document (`#key-1`), or an address of its own. */
  methodId: z.string(),
  thumbprint: z.string(),
  kind: z.string(),
  firstSeenAt: z.date(),
  lastSeenAt: z.date(),
  lastUsedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
});
export type IssuerKeyOutput = z.output<typeof issuerKeyOutput>;

/** A date that may come out of stored JSON as text. */
const storedDate = z.date().or(z.iso.datetime().transform((text) => new Date(text)));

/** A status list that an issuer's credentials name. */
const usedListOutput = z.object({
  url: z.string(),
  state: z.enum(['unread', 'good', 'distrusted', 'unreachable']),
  lastGoodAt: storedDate.nullable(),
  unreachableSince: storedDate.nullable(),
});
export type UsedListOutput = z.output<typeof usedListOutput>;

/** What was seen of an issuer's credentials: nothing, of fewer than five people, or counts. */
export const seenOutput = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('few') }),
  z.object({
    state: z.literal('some'),
    credentials: z.int(),
    people: z.int(),
    revoked: z.int(),
    expired: z.int(),
    withEvidence: z.int(),
    withEnd: z.int(),
    endorsed: z.int(),
    asOf: storedDate,
    tiers: z.array(z.object({ tier: z.int(), credentials: z.int() })),
    kinds: z.array(z.object({ kind: z.string().nullable(), credentials: z.int() })),
    titles: z.array(z.object({ title: z.string(), people: z.int(), tier: z.int() })),
    /** Credentials whose titles are not told, because fewer than five people hold each. */
    untold: z.int(),
    lists: usedListOutput.array(),
  }),
]);
export type SeenOutput = z.output<typeof seenOutput>;

/** Names an issuer by its DID or address. */
export const issuerInput = z.object({
  id: z
    .string()
    .max(2_000)
    .regex(/^\P{Cc}+$/u),
});

/** Everything known about an issuer. */
export const issuerPageOutput = z.object({
  trust: trustOutput,
  keys: issuerKeyOutput.array(),
  seen: seenOutput,
  firstSeenAt: z.date().nullable(),
  asOf: z.date(),
});
export type IssuerPageOutput = z.output<typeof issuerPageOutput>;
