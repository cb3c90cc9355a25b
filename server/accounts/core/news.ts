import { z } from 'zod';

const words = z.string().max(500);
const count = z.int().min(0);

/** What hangs on a credential: points (tenths) that it carries in so many open applications, or carried. */
const stakeShape = {
  applications: count.default(0),
  /** In the application in which it carries most. */
  tenths: count.default(0),
  /** The same in each of them. */
  evenly: z.boolean().default(true),
};

/**
 * News for a person, by kind. Here, at the ground, so that every domain may hand news up (`tellAccount`) without
 * knowing who shows it; the words of each kind are `notices.news.<kind>` of the catalogue.
 */
export const newsShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('credential-ends'), title: words, until: z.iso.datetime(), ...stakeShape }),
  z.object({ kind: z.literal('credential-revoked'), title: words, issuer: words, ...stakeShape }),
  z.object({ kind: z.literal('credential-suspended'), title: words, issuer: words, ...stakeShape }),
  z.object({ kind: z.literal('credential-silent'), title: words, issuer: words, ...stakeShape }),
  z.object({ kind: z.literal('credential-restored'), title: words, issuer: words }),
  z.object({ kind: z.literal('stage-moved'), job: words, organization: words, stage: words }),
  z.object({ kind: z.literal('application-declined'), job: words, organization: words }),
  z.object({
    kind: z.literal('interview-set'),
    job: words,
    organization: words,
    startsAt: z.iso.datetime(),
  }),
  z.object({
    kind: z.literal('interview-changed'),
    job: words,
    organization: words,
    startsAt: z.iso.datetime(),
  }),
  z.object({
    kind: z.literal('interview-cancelled'),
    job: words,
    organization: words,
    startsAt: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('contest-opened'), job: words }),
  z.object({ kind: z.literal('contest-stands'), job: words, organization: words }),
  z.object({ kind: z.literal('contest-reopened'), job: words, organization: words }),
  z.object({ kind: z.literal('job-falls-silent'), job: words, until: z.iso.datetime() }),
  z.object({ kind: z.literal('job-fell-silent'), job: words }),
  z.object({ kind: z.literal('application-job-closed'), job: words, organization: words }),
  z.object({ kind: z.literal('ranks-changed'), job: words, count }),
  z.object({ kind: z.literal('applications-arrived'), job: words, count }),
  z.object({ kind: z.literal('search-hits'), search: words, count }),
]);
export type News = z.output<typeof newsShape>;

/** Where news leads: an address inside the product. */
export const newsHrefShape = z
  .string()
  .regex(/^\/(?!\/)/)
  .max(500);
