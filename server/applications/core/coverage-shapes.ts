import { z } from 'zod';

/** What a credential carries in open applications: how many, most points in one (tenths), the same in each or not. */
export const stakeOutput = z.object({
  credentialId: z.uuid(),
  applications: z.int(),
  tenths: z.int(),
  evenly: z.boolean(),
});
export type StakeOutput = z.output<typeof stakeOutput>;

const countedPart = z.object({
  status: z.enum(['met', 'partly', 'unmet', 'unknown']),
  pointsTenths: z.int(),
});

/** How an application came to count otherwise: version 2 is the first change since it was sent. */
export const coverageChangeOutput = z.object({
  version: z.int(),
  at: z.date(),
  /** What is proven changed, what the job asks, or what the employer's policy lets count. */
  cause: z.enum(['evidence', 'job', 'policy']),
  /** The version of the policy that counts otherwise; null for any other cause. */
  policyVersion: z.int().nullable(),
  /** The check that decided, and its code; null where the credential stands. */
  check: z.string().nullable(),
  code: z.string().nullable(),
  /** Its report is at `/proof/<candidateId>/<id>`; null when it is gone. */
  credential: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  beforeTenths: z.int(),
  afterTenths: z.int(),
  mustsMet: z.boolean(),
  parts: z.array(z.object({ label: z.string(), must: z.boolean(), from: countedPart, to: countedPart })),
});
export type CoverageChangeOutput = z.output<typeof coverageChangeOutput>;

/** Open jobs that ask for what a credential proves, five at most, best covered first. */
export const jobsForCredentialOutput = z.object({
  jobs: z
    .object({
      jobId: z.uuid(),
      title: z.string(),
      employer: z.string(),
      /** Labels of the lines that it speaks to. */
      asks: z.string().array(),
      /** The candidate's coverage by all they have; null when the job asks for no skill. */
      totalTenths: z.int().nullable(),
      applied: z.boolean(),
    })
    .array(),
  more: z.boolean(),
});
export type JobsForCredentialOutput = z.output<typeof jobsForCredentialOutput>;
