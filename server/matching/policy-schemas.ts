import { z } from 'zod';
import { trustPolicyShape } from '#server/organizations/schemas.ts';

/** A policy to try. */
export const tryPolicyInput = z.object({ policy: trustPolicyShape });

const trialPlace = z.object({
  rank: z.int().nullable(),
  queue: z.enum(['first', 'second']).nullable(),
  tenths: z.int(),
});

/** What a policy would change in the open jobs; people are counted once, changes once for each job. */
export const policyTrialOutput = z.object({
  /** The version it was compared with. */
  version: z.int(),
  jobs: z.int(),
  /** True when there are more open jobs than were looked at: the newest 50. */
  moreJobs: z.boolean(),
  people: z.int(),
  lose: z.int(),
  gain: z.int(),
  up: z.int(),
  leaveFirst: z.int(),
  joinFirst: z.int(),
  total: z.int(),
  /** The 50 biggest. `why` is empty when only others moved. */
  changes: z.array(
    z.object({
      jobId: z.uuid(),
      jobTitle: z.string(),
      candidateId: z.uuid(),
      name: z.string(),
      before: trialPlace,
      after: trialPlace,
      why: z.array(
        z.object({
          label: z.string(),
          fromTenths: z.int(),
          toTenths: z.int(),
          /** Why the part has the points it would have (reason code of an explanation). */
          reason: z.string(),
          issuer: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type PolicyTrialOutput = z.output<typeof policyTrialOutput>;

/** Issuers met in the organisation's applications. */
export const metIssuersInput = z.object({
  q: z.string().trim().max(100).optional(),
  cursor: z.string().max(4_000).nullish(),
});
export const metIssuersOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      recognised: z.boolean(),
      registry: z.string().nullable(),
      people: z.int(),
      credentials: z.int(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type MetIssuersOutput = z.output<typeof metIssuersOutput>;

/** Names for a policy's rules. */
export const policyNamesOutput = z.object({
  issuers: z.array(z.object({ id: z.string(), name: z.string() })),
  registries: z.string().array(),
});
export type PolicyNamesOutput = z.output<typeof policyNamesOutput>;
