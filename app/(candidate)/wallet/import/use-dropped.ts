'use client';

import { useEffect, useRef, useState } from 'react';
import type { Submitted } from './use-sending.ts';

function isWritable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');
}

/** The files and texts that were dropped or pasted anywhere on the page; true while something hovers over it. */
export function useDropped(onSubmitted: (submitted: readonly Submitted[]) => void): boolean {
  const [over, setOver] = useState(false);
  const submit = useRef(onSubmitted);
  submit.current = onSubmitted;

  useEffect(() => {
    const take = (data: DataTransfer | null) => {
      const files = [...(data?.files ?? [])].map((file): Submitted => ({ source: 'file', file }));
      const text = data?.getData('text/plain').trim() ?? '';
      if (files.length > 0) submit.current(files);
      else if (text !== '') submit.current([{ source: 'paste', text }]);
    };
    const paste = (event: ClipboardEvent) => {
      const hasFiles = (event.clipboardData?.files.length ?? 0) > 0;
      if (isWritable(event.target) && !hasFiles) return;
      event.preventDefault();
      take(event.clipboardData);
    };
    const hover = (event: DragEvent) => {
      // Without this the browser would open a file that misses the area, and leave the page.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer);
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', hover);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', hover);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}
