'use client';

import { useEffect, useRef } from 'react';
import { focusCard } from './focus-card.ts';

/** For how long a moved card may still claim the focus: the answer of the server draws the board once more. */
const claimMs = 4_000;

/** Nowhere, or on the region that scrolls: that is where a pointer leaves it when a card is dragged. */
function isLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches('.board, main');
}

/**
 * A card that is moved keeps the focus, although it leaves its column and comes up in another one. Where it cannot be
 * seen (on a phone, or under what is shown) the focus goes to `next`, the card that takes its place. Returns what to
 * call before a card is moved.
 */
export function useKeptFocus(): (id: string, next: string | undefined) => void {
  const claim = useRef<{ id: string; next: string | undefined; until: number } | null>(null);
  const settle = () => {
    const { current } = claim;
    if (!current || Date.now() > current.until || !isLost()) return;
    if (!focusCard(current.id)) focusCard(current.next);
  };
  useEffect(settle);
  return (id, next) => {
    claim.current = { id, next, until: Date.now() + claimMs };
    // A menu gives the focus back to its button after the card has gone.
    setTimeout(settle, 60);
  };
}
