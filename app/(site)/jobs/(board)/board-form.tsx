'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useTransition } from 'react';

/**
 * The board's one form. Its filters stand elsewhere on the page and belong to it by their `form` attribute.
 * Without scripts it is a plain form that asks for an address; with them the address changes in place and what
 * is on show stays until the answer is there.
 */
export function BoardForm({
  id,
  label,
  state,
  children,
}: {
  id: string;
  label: string;
  /** The filters as a query, to bring the fields back in line after "back" or a dropped filter. */
  state: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  /** The query asked for here: when it arrives, what was typed meanwhile stays. */
  const sent = useRef<string | null>(null);
  const [waiting, startTransition] = useTransition();

  useEffect(() => {
    const wanted = new URLSearchParams(state);
    for (const field of form.current?.elements ?? []) {
      if (field instanceof HTMLSelectElement) field.value = wanted.get(field.name) ?? '';
      if (!(field instanceof HTMLInputElement) || field.name === '') continue;
      if (field.type === 'checkbox') field.checked = wanted.getAll(field.name).includes(field.value);
      else if (state !== sent.current) field.value = wanted.get(field.name) ?? '';
    }
    sent.current = null;
  }, [state]);

  return (
    <search aria-label={label}>
      <form
        ref={form}
        id={id}
        action="/jobs"
        method="get"
        aria-busy={waiting || undefined}
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          const given = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
          const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
          sent.current = query;
          startTransition(() => router.push(query === '' ? '/jobs' : `/jobs?${query}`, { scroll: false }));
        }}
      >
        {waiting && <span className="loadline" />}
        {children}
      </form>
    </search>
  );
}
