// Shapes of members, invitations, facts and the audit log; handed on by `schemas.ts`.
import { z } from 'zod';
import { roles } from './permissions.ts';
import { isTimeZone } from './time-zone.ts';

export const roleShape = z.enum(roles);

const facts = z.object({
  name: z.string().trim().min(2, 'Enter the name of the organisation').max(80, 'Use 80 letters at most'),
  website: z
    .url({ protocol: /^https?$/, error: 'Enter a web address that starts with https://' })
    .max(500, 'Use 500 letters at most')
    .nullable(),
  answerDays: z
    .int('Enter a whole number of days, 1 to 90')
    .min(1, 'Enter a whole number of days, 1 to 90')
    .max(90, 'Enter a whole number of days, 1 to 90')
    .nullable(),
  /** Whose clocks say when candidates are told; null = those of the installation. */
  timeZone: z.string().max(60).refine(isTimeZone, 'Choose a time zone').nullable(),
});

/** The facts of an organisation, changed while looking at `seen`. */
export const updateOrganizationInput = facts.extend({
  seen: z.object({
    name: z.string(),
    website: z.string().nullable(),
    answerDays: z.number().nullable(),
    timeZone: z.string().nullable(),
  }),
});

/** Who works for an organisation, and who is invited. */
export const teamOutput = z.object({
  members: z.array(
    z.object({
      accountId: z.uuid(),
      name: z.string(),
      email: z.string(),
      role: roleShape,
      since: z.date(),
      self: z.boolean(),
    }),
  ),
  /** Null for who may not invite. */
  invitations: z
    .array(
      z.object({
        id: z.uuid(),
        address: z.string(),
        role: roleShape,
        expiresAt: z.date(),
        expired: z.boolean(),
      }),
    )
    .nullable(),
});
export type TeamOutput = z.output<typeof teamOutput>;

/** Somebody to invite. */
export const inviteInput = z.object({
  email: z.email('Enter an e-mail address').max(254, 'Enter an e-mail address'),
  role: roleShape,
});
export const invitationIdInput = z.object({ id: z.uuid() });
export const memberIdInput = z.object({ accountId: z.uuid() });
export const changeRoleInput = memberIdInput.extend({ role: roleShape });

/** The token of an invitation's mail. */
export const invitationTokenInput = z.object({ token: z.string().min(20).max(100) });

/** An invitation as whoever opened its mail sees it. */
export const invitationOutput = z.object({
  organization: z.object({ slug: z.string(), name: z.string() }),
  role: roleShape,
  address: z.string(),
  expiresAt: z.date(),
  /** For a signed-in person: whether the address is one of theirs, confirmed. Null for nobody. */
  yours: z.boolean().nullable(),
  member: z.boolean(),
});

/** A page of the audit log. */
export const auditInput = z.object({
  action: z.string().max(60).optional(),
  cursor: z.string().max(100).nullish(),
});
export const auditOutput = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      at: z.date(),
      /** The member who did it; null for one who has left, and for everybody who is no member. */
      actor: z.string().nullable(),
      by: z.enum(['member', 'candidate', 'product']),
      action: z.string(),
      subject: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type AuditOutput = z.output<typeof auditOutput>;
