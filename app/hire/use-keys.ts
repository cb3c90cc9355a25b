'use client';

import { useEffect, useRef } from 'react';
import { singleKeysOn } from '#app/palette/single-keys.ts';

/** Keys and what they do; names as in `KeyboardEvent.key`, letters in lower case. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu]';

/** Single keys for a whole page. They rest while a field, a dialog or a menu has the focus, and with Ctrl, Alt or Meta; Ctrl or ⌘ Z is Z. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (event.defaultPrevented || event.altKey) return;
      if ((event.ctrlKey || event.metaKey) && !isUndo) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      if (event.key.length === 1 && !isUndo && !singleKeysOn()) return;
      const known = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!known) return;
      event.preventDefault();
      known(event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
