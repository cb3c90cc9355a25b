import { z } from 'zod';

/** The decision on a proposed skill. */
export const decideProposalInput = z.object({
  id: z.uuid(),
  skillKey: z.int(),
  decision: z.enum(['confirmed', 'dismissed']),
});

/** Turns the public proof page on or off. */
export const publicLinkInput = z.object({ id: z.uuid(), publicLink: z.boolean() });

/** Puts a credential on the public page, or takes it off. */
export const onProfileInput = z.object({ id: z.uuid(), onProfile: z.boolean() });

/** Dismisses one finished item, or all of them. */
export const dismissInput = z.object({ id: z.uuid().nullable() });

/** One page of a group of the wallet. */
export const walletPageInput = z.object({
  group: z.enum(['counting', 'others']),
  kind: z.enum(['badge', 'certificate', 'portfolio']).nullable(),
  sort: z.enum(['attention', 'newest', 'issuer']),
  cursor: z.uuid().nullish(),
});
