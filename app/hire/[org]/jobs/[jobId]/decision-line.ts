'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** Does one thing; `again` when it did not reach the server and is to wait for the net. */
export type Work = () => Promise<boolean | 'again'>;

interface Waiting {
  work: Work;
  done: (worked: boolean) => void;
}

/**
 * Does decisions one after the other. Without a net they wait, in order, and go out as soon as it is back; `add`
 * then answers true at once: the decision is taken, it has not left yet. Leaving the page asks first.
 */
export function useDecisionLine() {
  const line = useRef<Waiting[]>([]);
  const busy = useRef(false);
  const [waiting, setWaiting] = useState(0);

  const drain = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    for (let first = line.current[0]; first && navigator.onLine; first = line.current[0]) {
      const answer = await first.work();
      if (answer === 'again') break;
      line.current = line.current.slice(1);
      first.done(answer);
    }
    busy.current = false;
    // What waits for the net is taken all the same.
    for (const { done } of line.current) done(true);
    setWaiting(line.current.length);
  }, []);

  const add = useCallback(
    (work: Work): Promise<boolean> =>
      new Promise((resolve) => {
        line.current = [...line.current, { work, done: resolve }];
        void drain();
      }),
    [drain],
  );

  const drop = useCallback(() => {
    line.current = [];
    setWaiting(0);
  }, []);

  useEffect(() => {
    const goOn = () => void drain();
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [drain]);
  useEffect(() => {
    if (waiting === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [waiting]);

  return { add, drop, waiting };
}
