import { type CardOutput, type MoveTarget, openStages } from '#server/applications/schemas.ts';

/** True while somebody can be moved or declined. */
export function isOpen({ stage }: Pick<CardOutput, 'stage'>): boolean {
  return (openStages as readonly string[]).includes(stage);
}

/** Where a card may be sent: to the other stages of the job, and from an offer to hired. */
export function targetsFor(card: CardOutput, targets: readonly MoveTarget[]): MoveTarget[] {
  if (!isOpen(card)) return [];
  return targets.filter((to) => to !== card.stage && (to !== 'hired' || card.stage === 'offer'));
}

/** True when all of these people may be sent there or are there already, and one of them is not. */
export function canAllGo(
  cards: readonly CardOutput[],
  to: MoveTarget,
  targets: readonly MoveTarget[],
): boolean {
  const going = cards.filter((card) => card.stage !== to);
  return going.length > 0 && going.every((card) => targetsFor(card, targets).includes(to));
}
