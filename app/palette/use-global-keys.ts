'use client';

import { useEffect, useRef } from 'react';
import { singleKeysOn } from './single-keys.ts';

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu]';
/** How long after G its second key is waited for. */
const patience = 1_200;

type Does = {
  palette: () => void;
  allKeys: () => void;
  /** G, then a letter; false when no place has it. */
  go: (letter: string) => boolean;
};

/** Keys of every page: Ctrl or ⌘ K, ?, and G followed by a letter. */
export function useGlobalKeys(does: Does): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    // No G yet: time stamps begin at the load of the page, so zero would be one of just now.
    let goingSince = Number.NEGATIVE_INFINITY;
    const isPlain = (event: KeyboardEvent) =>
      !event.ctrlKey &&
      !event.altKey &&
      !event.metaKey &&
      !(event.target instanceof Element && event.target.closest(typing)) &&
      singleKeysOn();
    const onKeyDown = (event: KeyboardEvent) => {
      const letter = event.key.toLowerCase();
      if (letter === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        latest.current.palette();
      } else if (isPlain(event)) {
        const going = event.timeStamp - goingSince < patience;
        goingSince = !going && letter === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
        // Before the keys of the page, which leave alone what is taken already.
        if (going && latest.current.go(letter)) event.preventDefault();
        // After them: a list or a board that tells its own keys does it better.
        if (!going && event.key === '?') setTimeout(() => event.defaultPrevented || latest.current.allKeys());
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
