'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useStages } from './stage-plan.tsx';

/** Somebody who can be moved: who, under which name, seen in which version. */
export interface Movable {
  candidateId: string;
  name: string;
  version: number;
}

/** Why a decision did not take place, and what can be done: look at what is the case now, or decide all the same. */
export interface Trouble {
  text: string;
  see: (() => void) | null;
  keep: (() => void) | null;
}

/** What a refusal says of people whom somebody else changed: the versions they have now. */
function readChanged(details: Readonly<Record<string, unknown>>): Map<string, number> {
  const pairs = Array.isArray(details.changed) ? details.changed : [];
  return new Map(
    pairs.flatMap((pair) => {
      const [, id, version] = /^([0-9a-f-]{36}):(\d+)$/.exec(String(pair)) ?? [];
      return id ? [[id, Number(version)] as const] : [];
    }),
  );
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** Keeps the last refusal in words. `again` decides once more, on the versions that people have now. */
export function useTrouble() {
  const t = useTranslations('hire.decide.trouble');
  const format = useFormatter();
  const router = useRouter();
  const { nameOf } = useStages();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const clear = () => setTrouble(null);

  function sayChanged(details: Readonly<Record<string, unknown>>, people: readonly Movable[]): string {
    const at = text(details.at);
    const words = {
      by: text(details.by) ?? '',
      who: details.own === true ? 'self' : text(details.by) ? 'named' : 'somebody',
      name: people.find((person) => person.candidateId === details.candidateId)?.name ?? '',
      stage: nameOf(text(details.stage) ?? ''),
      when: at ? format.relativeTime(new Date(at), new Date()) : '',
      count: readChanged(details).size,
    };
    return t('changed', words);
  }

  /** Says why it was refused; `again` is offered when somebody else was merely faster. */
  function explain(
    error: unknown,
    people: readonly Movable[],
    again: ((versions: ReadonlyMap<string, number>) => void) | null,
  ): void {
    const { code, details } = readRefused(error);
    if (code !== 'application.changed_meanwhile') {
      const key = code.replace('.', '_');
      setTrouble({ text: t(t.has(key) ? key : 'failed'), see: null, keep: null });
      router.refresh();
      return;
    }
    const see = () => {
      clear();
      router.refresh();
    };
    const keep = () => {
      clear();
      again?.(readChanged(details));
    };
    setTrouble({ text: sayChanged(details, people), see, keep: again && keep });
  }

  return { trouble, clear, explain };
}
