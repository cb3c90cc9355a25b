'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import type { DeclineReason, MoveTarget } from '#server/applications/schemas.ts';

/** Somebody who can be moved: who, under which name, seen in which version. */
export interface Movable {
  candidateId: string;
  name: string;
  version: number;
}

/**
 * Moves, declines and takes back, the same for list, board and page: one command, one undo, one way to say that
 * somebody else was faster. `trouble` is the sentence of the last refusal.
 */
export function useDecisions(org: string, jobId: string) {
  const t = useTranslations('hire.decide');
  const format = useFormatter();
  const client = useTRPCClient();
  const router = useRouter();
  const toast = useToast();
  const [trouble, setTrouble] = useState<string | null>(null);

  const explain = useCallback(
    (error: unknown) => {
      const { code, details } = readRefused(error);
      if (code === 'application.changed_meanwhile') {
        const stage = typeof details.stage === 'string' ? t(`stage.${details.stage}`) : '';
        const by = typeof details.by === 'string' ? details.by : null;
        setTrouble(by ? t('trouble.changedBy', { by, stage }) : t('trouble.changed', { stage }));
      } else
        setTrouble(
          t.has(`trouble.${code.replace('.', '_')}`)
            ? t(`trouble.${code.replace('.', '_')}`)
            : t('trouble.failed'),
        );
      router.refresh();
    },
    [t, router],
  );

  const undo = useCallback(
    async (candidateIds: string[]) => {
      try {
        await client.pipeline.undo.mutate({ org, jobId, candidateIds });
        setTrouble(null);
        router.refresh();
      } catch (error) {
        explain(error);
      }
    },
    [client, org, jobId, router, explain],
  );

  const move = useCallback(
    async (people: readonly Movable[], to: MoveTarget): Promise<boolean> => {
      try {
        const moved = people.map(({ candidateId, version }) => ({ candidateId, version }));
        await client.pipeline.move.mutate({ org, jobId, to, people: moved });
        setTrouble(null);
        const [first] = people;
        toast.show({
          kind: `move-${to}-${first?.candidateId}`,
          say: () => t('moved', { count: people.length, name: first?.name ?? '', stage: t(`stage.${to}`) }),
          undo: () => void undo(moved.map((person) => person.candidateId)),
        });
        router.refresh();
        return true;
      } catch (error) {
        explain(error);
        return false;
      }
    },
    [client, org, jobId, router, toast, t, undo, explain],
  );

  const decline = useCallback(
    async (person: Movable, reason: DeclineReason, sentence: string): Promise<boolean> => {
      try {
        const { candidateId, version } = person;
        const words = sentence.trim() ? { sentence: sentence.trim() } : {};
        const { noticeAt } = await client.pipeline.decline.mutate({
          org,
          jobId,
          candidateId,
          version,
          reason,
          ...words,
        });
        setTrouble(null);
        const time = format.dateTime(noticeAt, { hour: '2-digit', minute: '2-digit' });
        toast.show({
          kind: `decline-${candidateId}`,
          say: () => t('declined', { name: person.name, time }),
          undo: () => void undo([candidateId]),
        });
        router.refresh();
        return true;
      } catch (error) {
        explain(error);
        return false;
      }
    },
    [client, org, jobId, router, toast, t, format, undo, explain],
  );

  return { move, decline, undo, trouble, clear: () => setTrouble(null), undoLast: toast.undoLast };
}
export type Decisions = ReturnType<typeof useDecisions>;
