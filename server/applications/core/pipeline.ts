/** The stages of an application, in the order of the board. The last three are ends. */
export const stages = [
  'applied',
  'screen',
  'task',
  'interview',
  'offer',
  'hired',
  'declined',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** Stages that an employer moves people between. */
export const openStages = ['applied', 'screen', 'task', 'interview', 'offer'] as const;
export type OpenStage = (typeof openStages)[number];

/** Where the employer may send somebody by a move; declining has its own way, with a reason. */
export const moveTargets = [...openStages, 'hired'] as const;
export type MoveTarget = (typeof moveTargets)[number];

const isOpen = (stage: Stage): stage is OpenStage => (openStages as readonly Stage[]).includes(stage);

/**
 * True when the employer may move somebody from one stage to the other: anywhere among the open stages, and to
 * hired from an offer. Declined is reached only with a reason, withdrawn only by the candidate.
 */
export function mayMove(from: Stage, to: Stage): boolean {
  if (from === to || !isOpen(from)) return false;
  return isOpen(to) || (to === 'hired' && from === 'offer');
}

/** True when the employer may decline from this stage. */
export function mayDecline(from: Stage): boolean {
  return isOpen(from);
}

/** What the candidate is told of the stage: a decline is not shown before its notice went out. */
export function stageForCandidate(
  stage: Stage,
  noticeAt: Date | null,
  now: Date,
  stageBefore: Stage | null,
): Stage {
  if (stage !== 'declined' || (noticeAt !== null && noticeAt <= now)) return stage;
  return stageBefore ?? 'applied';
}
