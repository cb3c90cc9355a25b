import { z } from 'zod';
import { credentialOutput } from '#server/credentials/schemas.ts';
import { visibilities } from './core/visibility.ts';

export { visibilities } from './core/visibility.ts';

/** The candidate's own profile. */
export const profileOutput = z.object({
  id: z.uuid(),
  displayName: z.string(),
  headline: z.string().nullable(),
  place: z.string().nullable(),
  phone: z.string().nullable(),
  availability: z.string().nullable(),
  visibility: z.enum(visibilities),
  /** Whether mails tell of credentials that end or stop counting, and of stages of applications. */
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

/** Switches the mails about credentials and applications on or off. */
export const noticeMailInput = z.object({ noticeMail: z.boolean() });

/** A skill in the candidate's own words. */
export const statedSkillInput = z.object({ skillKey: z.int() });

/** An organisation that must never find the candidate, by its slug. */
export const blockInput = z.object({ slug: z.string().min(1).max(40) });
export const unblockInput = z.object({ organizationId: z.uuid() });

/** Names a public page by the last part of its address. */
export const publicPageInput = z.object({ handle: z.string().max(64) });

/** A public page as its viewer may see it. */
export const publicPageOutput = z.object({
  viewer: z.enum(['holder', 'employer', 'stranger']),
  visibility: z.enum(visibilities),
  displayName: z.string(),
  headline: z.string().nullable(),
  place: z.string().nullable(),
  /** The chosen ones, 60 at most. */
  credentials: credentialOutput.array(),
});
export type PublicPageOutput = z.output<typeof publicPageOutput>;

/** Where the candidate's own page is. */
export const ownPageOutput = z.object({
  handle: z.string(),
  visibility: z.enum(visibilities),
  displayName: z.string(),
  headline: z.string().nullable(),
});
export type OwnPageOutput = z.output<typeof ownPageOutput>;
