import { z } from 'zod';

/** Who may find the candidate. */
export const visibilities = ['private', 'link', 'recruiters', 'public'] as const;

/** The candidate's own profile. */
export const profileOutput = z.object({
  id: z.uuid(),
  displayName: z.string(),
  headline: z.string().nullable(),
  place: z.string().nullable(),
  phone: z.string().nullable(),
  availability: z.string().nullable(),
  visibility: z.enum(visibilities),
  /** Whether mails tell of credentials that end, were withdrawn or give no answer. */
  noticeMail: z.boolean(),
  stated: z.object({ skillKey: z.int(), label: z.string() }).array(),
  blocked: z.object({ organizationId: z.uuid(), name: z.string() }).array(),
});
export type ProfileOutput = z.output<typeof profileOutput>;

const text = (most: number) => z.string().trim().max(most, `Use ${most} letters at most`).nullable();

/** What a candidate may change of the profile. */
export const updateProfileInput = z.object({
  displayName: z
    .string()
    .trim()
    .min(1, 'Enter the name employers should see')
    .max(80, 'Use 80 letters at most'),
  headline: text(120),
  place: text(80),
  visibility: z.enum(visibilities),
});

/** Switches the mails about credentials on or off. */
export const noticeMailInput = z.object({ noticeMail: z.boolean() });

/** A skill in the candidate's own words. */
export const statedSkillInput = z.object({ skillKey: z.int() });

/** An organisation that must never find the candidate, by its slug. */
export const blockInput = z.object({ slug: z.string().min(1).max(40) });
export const unblockInput = z.object({ organizationId: z.uuid() });
