'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

/** The path of the page before, of the whole visit: shells come and go between pages, this stays. */
let before: string | null = null;

/**
 * After going to another page the focus is at its beginning, as after a full load, so that Tab and a screen reader go
 * on from there and not from the link that led here. A page that has put the focus somewhere itself keeps it.
 */
export function FocusMain() {
  const path = usePathname();
  useEffect(() => {
    const isNews = before !== null && before !== path;
    before = path;
    if (!isNews) return;
    const main = document.getElementById('main');
    if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
  }, [path]);
  return null;
}
