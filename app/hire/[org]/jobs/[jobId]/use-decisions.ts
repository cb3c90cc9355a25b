'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import type { DeclineReason, MovedOutput, MoveTarget } from '#server/applications/schemas.ts';
import { useDecisionLine } from './decision-line.ts';
import { useStages } from './stage-plan.tsx';
import { useToldTime } from './use-told-time.ts';
import { type Movable, useTrouble } from './use-trouble.ts';

export type { Movable } from './use-trouble.ts';

type Versions = Map<string, number>;
type Seen = { candidateId: string; version: number }[];

/** A decision: sends it, and says so afterwards. Throws what the server refuses. */
type Send<Done> = (seen: Seen) => Promise<Done>;

/** True when a call did not arrive and there is no net. */
const isOffline = (error: unknown) => readRefused(error).code === 'net.failed' && !navigator.onLine;

/**
 * Moves, declines and takes back, the same for list, board and page: one command, one undo, one way to say that
 * somebody else was faster. Decisions go out one after the other and wait for the net when there is none.
 * `trouble` is the last refusal.
 */
export function useDecisions(org: string, jobId: string) {
  const t = useTranslations('hire.decide');
  const toldTime = useToldTime();
  const client = useTRPCClient();
  const router = useRouter();
  const toast = useToast();
  const { nameOf } = useStages();
  const line = useDecisionLine();
  const { trouble, clear, explain } = useTrouble();
  /** Versions that our own decisions led to: the page may not have been drawn again since. */
  const latest = useRef<Versions>(new Map());

  function note(people: MovedOutput['people']) {
    for (const { candidateId, version } of people) latest.current.set(candidateId, version);
  }

  /** Puts a decision in the line. When somebody else was faster, `again` may decide on the versions of now. */
  function decide<Done>(
    people: readonly Movable[],
    send: Send<Done>,
    { seen, keepable }: { seen?: ReadonlyMap<string, number> | undefined; keepable: boolean },
  ): Promise<boolean> {
    return line.add(async () => {
      const versionOf = ({ candidateId, version }: Movable) =>
        seen?.get(candidateId) ?? Math.max(version, latest.current.get(candidateId) ?? 0);
      try {
        await send(people.map((each) => ({ candidateId: each.candidateId, version: versionOf(each) })));
        clear();
        router.refresh();
        return true;
      } catch (error) {
        if (isOffline(error)) return 'again';
        const again = (now: ReadonlyMap<string, number>) =>
          void decide(people, send, { seen: now, keepable });
        explain(error, people, keepable ? again : null);
        return false;
      }
    });
  }

  function undo(people: readonly Movable[]): Promise<boolean> {
    return decide(
      people,
      async (seen) => {
        note((await client.pipeline.undo.mutate({ org, jobId, people: seen })).people);
        toast.show({ kind: 'undone', amount: people.length, say: (count) => t('undone', { count }) });
      },
      { keepable: false },
    );
  }

  /** Shows what was done to people, with the way back. */
  function sayDone(kind: string, people: readonly Movable[], say: (count: number, name: string) => string) {
    const [first] = people;
    toast.show({
      kind,
      amount: people.length,
      say: (count) => say(count, first?.name ?? ''),
      undo: () => void undo(people),
    });
  }

  function move(people: readonly Movable[], to: MoveTarget): Promise<boolean> {
    return decide(
      people,
      async (seen) => {
        note((await client.pipeline.move.mutate({ org, jobId, to, people: seen })).people);
        sayDone(`move-${to}`, people, (count, name) => t('moved', { count, name, stage: nameOf(to) }));
      },
      { keepable: true },
    );
  }

  function decline(people: readonly Movable[], reason: DeclineReason, sentence: string): Promise<boolean> {
    const words = sentence.trim() ? { sentence: sentence.trim() } : {};
    return decide(
      people,
      async (seen) => {
        const input = { org, jobId, people: seen, reason, ...words };
        const done = await client.pipeline.decline.mutate(input);
        note(done.people);
        const time = toldTime(done.noticeAt);
        sayDone('decline', people, (count, name) => t('declined', { count, name, time }));
      },
      { keepable: true },
    );
  }

  return {
    ...{ move, decline, undo, trouble, clear },
    waiting: line.waiting,
    dropWaiting: line.drop,
    undoLast: toast.undoLast,
  };
}
export type Decisions = ReturnType<typeof useDecisions>;
