import { z } from 'zod';
import { isTimeZone } from './core/time-zone.ts';

/** Slugs that would collide with addresses of the product. */
const reserved = ['new', 'api', 'admin', 'assay', 'demo', 'help', 'settings'];

/** A new organisation. */
export const createOrganizationInput = z.object({
  name: z.string().trim().min(2, 'Enter the name of the organisation').max(80, 'Use 80 letters at most'),
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/, 'Use 2 to 40 small letters, digits and hyphens')
    .refine((slug) => !reserved.includes(slug), 'This address is reserved; choose another'),
  website: z.url({ protocol: /^https?$/, error: 'Enter a web address that starts with https://' }).optional(),
  answerDays: z.int().min(1).max(90).optional(),
  timeZone: z.string().max(60).refine(isTimeZone, 'Choose a time zone').optional(),
});

/** Which organisation a call is about. */
export const orgInput = z.object({ org: z.string().min(1).max(40) });

/** An organisation as its members see it. */
export const organizationOutput = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  website: z.string().nullable(),
  answerDays: z.number().nullable(),
  /** The zone that it chose; null = that of the installation. */
  timeZone: z.string().nullable(),
  /** The zone whose clocks hold: its own, or that of the installation. */
  zone: z.string(),
  role: z.string(),
});
export type OrganizationOutput = z.output<typeof organizationOutput>;

/** What the rail of an organisation counts: its published jobs, and the version of its trust policy (0 = none yet). */
export const railOutput = z.object({ jobs: z.int(), policyVersion: z.int() });

export { type Role, roles } from './core/permissions.ts';
export {
  applyPolicyInput,
  type PolicyVersionOutput,
  policyHistoryInput,
  policyHistoryOutput,
  policyVersionInput,
  policyVersionOutput,
  restorePolicyInput,
  trustPolicyShape,
} from './core/policy-shapes.ts';
export {
  type AuditOutput,
  auditInput,
  auditOutput,
  changeRoleInput,
  invitationIdInput,
  invitationOutput,
  invitationTokenInput,
  inviteInput,
  memberIdInput,
  type TeamOutput,
  teamOutput,
  updateOrganizationInput,
} from './core/team-shapes.ts';
export {
  isSamePolicy,
  type SilentRule,
  type Treatment,
  type TrustPolicy,
  toCanonical,
  withIssuerRule,
} from './core/trust-policy.ts';
