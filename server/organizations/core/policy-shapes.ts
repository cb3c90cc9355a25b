// Shapes of a trust policy, as the procedures and its file have it; handed on by `schemas.ts`.
import { z } from 'zod';

const weight = z
  .int('Enter a whole number from 0 to 100')
  .min(0, 'Enter a whole number from 0 to 100')
  .max(100, 'Enter a whole number from 0 to 100');

const treatment = z.strictObject({
  effect: z.enum(['accept', 'refuse']),
  weight,
  minTier: z.int().min(0).max(5),
});

const name = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^\P{Cc}+$/u);

/** True when no rule is there twice. */
const isOnce = (keys: readonly string[]) => new Set(keys).size === keys.length;

/** A whole policy, and its file. */
export const trustPolicyShape = z.strictObject({
  format: z.literal('assay-trust-policy/1'),
  issuers: z
    .array(treatment.extend({ id: name }))
    .max(500, 'A policy has 500 rules for issuers at most')
    .refine((rules) => isOnce(rules.map((rule) => rule.id)), 'An issuer has two rules'),
  registries: z
    .array(treatment.extend({ name }))
    .max(100, 'A policy has 100 rules for registries at most')
    .refine((rules) => isOnce(rules.map((rule) => rule.name)), 'A registry has two rules'),
  recognised: treatment,
  unrecognised: treatment,
  silent: z
    .strictObject({
      days: z.int('Enter a whole number of days, 1 to 365').min(1).max(365),
      weight,
    })
    .nullable(),
});

/** One version of an organisation's policy; version 0 is "none yet", in which everything verified counts. */
export const policyVersionOutput = z.object({
  version: z.int(),
  policy: trustPolicyShape,
  author: z.string().nullable(),
  reason: z.string(),
  restores: z.int().nullable(),
  at: z.date().nullable(),
});
export type PolicyVersionOutput = z.output<typeof policyVersionOutput>;

/** A new version, made while looking at `basedOn`. */
export const applyPolicyInput = z.object({
  basedOn: z.int().min(0),
  policy: trustPolicyShape,
  reason: z.string().trim().max(500, 'Use 500 letters at most').default(''),
});

/** Going back to what version `version` said, by a new version. */
export const restorePolicyInput = z.object({
  basedOn: z.int().min(0),
  version: z.int().min(0),
});

/** One version. */
export const policyVersionInput = z.object({ version: z.int().min(0).max(1_000_000) });

/** Versions, newest first. */
export const policyHistoryInput = z.object({ cursor: z.int().min(1).nullish() });
export const policyHistoryOutput = z.object({
  items: policyVersionOutput.array(),
  nextCursor: z.int().nullable(),
});
