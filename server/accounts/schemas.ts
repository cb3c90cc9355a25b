import { z } from 'zod';

export { newsHrefShape, newsShape } from './core/news.ts';

/** An e-mail address to add to a person. */
export const addAddressInput = z.object({
  address: z.email('Enter an address such as name@example.org').max(254),
});

/** The token of a confirmation mail. */
export const confirmAddressInput = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/** One of the person's addresses. */
export const addressOutput = z.object({
  id: z.uuid(),
  address: z.string(),
  confirmedAt: z.date().nullable(),
  isPrimary: z.boolean(),
});
export type AddressOutput = z.output<typeof addressOutput>;

/** The names an address goes by on its way out: its id. */
export const addressIdInput = z.object({ id: z.uuid() });

/** What is to be signed to prove a DID: a nonce, and our name. */
export const didChallengeOutput = z.object({
  challenge: z.string(),
  domain: z.string(),
  expiresAt: z.date(),
});

/** A signed presentation without credentials, as JSON or as a compact token, for the challenge it answers. */
export const proveDidInput = z.object({
  challenge: z.string().max(100),
  presentation: z.string().trim().min(1, 'Paste the signed presentation').max(100_000, 'This is too long'),
});

/** One of the person's proven DIDs. */
export const provenDidOutput = z.object({ did: z.string(), provenAt: z.date() });
export type ProvenDidOutput = z.output<typeof provenDidOutput>;

/** Names one of the person's DIDs. */
export const didInput = z.object({ did: z.string().max(1_000) });
