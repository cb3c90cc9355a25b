import { type Mask, maskOf, noMask } from '#server/credentials/core/mask-holder.ts';

/** Stages until which a job may hide names; the first stage would hide nothing. */
export const hidingStages = ['screen', 'task', 'interview', 'offer'] as const;
export type HidingStage = (typeof hidingStages)[number];

/** The stages that names are shown from, with the one after them all. */
const shownFrom: readonly string[] = [...hidingStages, 'hired'];

/** True when somebody in this stage has come as far as the job asks before names are shown. */
export function reachesNames(hiddenUntil: string | null, stage: string | null): boolean {
  if (hiddenUntil === null) return true;
  return stage !== null && shownFrom.indexOf(stage) >= shownFrom.indexOf(hiddenUntil);
}

/** True while an employer may not know who somebody is. */
export function isHidden(
  job: { namesHiddenUntil: string | null },
  { stage, revealedAt }: Pick<PersonFacts, 'stage' | 'revealedAt'>,
): boolean {
  return revealedAt === null && !reachesNames(job.namesHiddenUntil, stage);
}

/** What decides whether an employer may know who somebody is, and what stands in for it. */
export interface PersonFacts {
  candidateId: string;
  /** Stage of the application; null: found by their own visibility. */
  stage: string | null;
  /** When the name was shown to this employer for the first time; it stays shown after a decline. */
  revealedAt: Date | null;
  /** The application's number; null: found by their own visibility. */
  alias: number | null;
  /** Every name that the person goes by here, the one to show first. */
  names: readonly string[];
}

/** Who somebody is for an employer: the name or what stands in for it, and the masks for words about and by them. */
export interface Identity {
  name: string;
  hidden: boolean;
  /** For words about the person: titles, comments, file names. */
  mask: Mask;
  /** For words by the person: also web addresses and telephone numbers go. */
  maskOwn: Mask;
}

/**
 * The one rule of hidden names (A1): until the person's stage reaches the one that the job names, the employer sees
 * "Candidate 4471". Every presenter of an employer's side asks here.
 */
export function identify(job: { namesHiddenUntil: string | null }, person: PersonFacts): Identity {
  const { names } = person;
  if (!isHidden(job, person)) return { name: names[0] ?? '', hidden: false, mask: noMask, maskOwn: noMask };
  const alias = aliasOf(person);
  return {
    name: alias,
    hidden: true,
    mask: maskOf(names, alias),
    maskOwn: maskOf(names, alias, { contact: true }),
  };
}

/** Who did not apply has six digits, made of the id, so that nobody who applied has the same. */
function aliasOf({ candidateId, alias }: PersonFacts): string {
  return `Candidate ${alias ?? 100_000 + (Number.parseInt(candidateId.slice(-10), 16) % 900_000)}`;
}
