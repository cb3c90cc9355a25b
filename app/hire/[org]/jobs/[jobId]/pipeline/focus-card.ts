/** Puts the focus on a card; false when it is not shown. */
export function focusCard(candidateId: string | undefined): boolean {
  const card = candidateId === undefined ? null : document.getElementById(`card-${candidateId}`);
  card?.focus();
  return card !== null && document.activeElement === card;
}
