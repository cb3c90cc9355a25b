'use client';

/** Items on their way to the server: one request each, a few at a time, waiting when there is no connection. */
import { TRPCClientError } from '@trpc/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTRPCClient } from '#app/trpc/client.tsx';
import type { AppRouter } from '#server/api/root.ts';

/** The server's own limit, so that a file that is too large is not sent at all. */
export const fileLimit = 10 * 1024 * 1024;

const atOnce = 3;
const tryAgainMs = 4_000;

export type Submitted = { source: 'file'; file: File } | { source: 'paste'; text: string };

export type Outgoing = {
  key: string;
  what: Submitted;
  state: 'sending' | 'waiting' | 'refused';
  /** Why the server did not take it, in its words; null where the page has its own. */
  refusal: { code: string; sentence: string | null; hint: string | null } | null;
};

function formOf(what: Submitted): FormData {
  const form = new FormData();
  if (what.source === 'file') form.set('file', what.file);
  else form.set('text', what.text);
  return form;
}

function refusedAtOnce(what: Submitted): Outgoing['refusal'] {
  if (what.source !== 'file') return null;
  if (what.file.size > fileLimit) return { code: 'file.too_large', sentence: null, hint: null };
  return what.file.size === 0 ? { code: 'file.empty', sentence: null, hint: null } : null;
}

/** What an answer of the server means for an item: refused with its reason, or null when none came at all. */
function refusalOf(error: unknown): Outgoing['refusal'] {
  if (!(error instanceof TRPCClientError) || !error.data) return null;
  const { data, message } = error as TRPCClientError<AppRouter>;
  return { code: data?.appCode ?? 'server.fault', sentence: message, hint: data?.hint ?? null };
}

/** `onTaken` is awaited after each item that the server took; then the item leaves this list. */
export function useSending(onTaken: () => Promise<unknown>) {
  const client = useTRPCClient();
  const [items, setItems] = useState<readonly Outgoing[]>([]);
  const count = useRef(0);
  const taken = useRef(onTaken);
  taken.current = onTaken;

  const change = useCallback((key: string, next: Partial<Outgoing> | null) => {
    setItems((all) =>
      all.flatMap((item) => (item.key !== key ? [item] : next === null ? [] : [{ ...item, ...next }])),
    );
  }, []);

  const send = useCallback(
    async ({ key, what }: Outgoing) => {
      try {
        await client.credentials.import.mutate(formOf(what));
        await taken.current();
        change(key, null);
      } catch (error) {
        const refusal = refusalOf(error);
        change(key, refusal ? { state: 'refused', refusal } : { state: 'waiting' });
      }
    },
    [client, change],
  );

  const sendAll = useCallback(
    async (outgoing: readonly Outgoing[]) => {
      const queue = [...outgoing];
      const lane = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) await send(next);
      };
      await Promise.all(Array.from({ length: atOnce }, lane));
    },
    [send],
  );

  const add = useCallback(
    (submitted: readonly Submitted[]) => {
      const made = submitted.map((what): Outgoing => {
        count.current += 1;
        const refusal = refusedAtOnce(what);
        return { key: `out-${count.current}`, what, state: refusal ? 'refused' : 'sending', refusal };
      });
      setItems((all) => [...made, ...all]);
      void sendAll(made.filter((item) => item.state === 'sending'));
    },
    [sendAll],
  );

  const waiting = items.filter((item) => item.state === 'waiting');
  const again = useRef(() => {});
  again.current = () => {
    for (const item of waiting) change(item.key, { state: 'sending' });
    void sendAll(waiting);
  };
  const anyWaiting = waiting.length > 0;
  useEffect(() => {
    if (!anyWaiting) return;
    const retry = () => again.current();
    const timer = setInterval(retry, tryAgainMs);
    window.addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, [anyWaiting]);

  const unsent = items.some((item) => item.state !== 'refused');
  useEffect(() => {
    if (!unsent) return;
    // What has not reached the server would be lost with the page.
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [unsent]);

  return { items, add, dismiss: (key: string) => change(key, null) };
}
