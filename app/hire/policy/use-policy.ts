'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import type { PolicyTrialOutput } from '#server/matching/policy-schemas.ts';
import type { TrustPolicy } from '#server/organizations/schemas.ts';

/** A policy that was tried, with what it would change. */
export interface Tried {
  policy: TrustPolicy;
  trial: PolicyTrialOutput;
}

const troubles: Readonly<Record<string, string>> = {
  'policy.changed_meanwhile': 'trouble.changed',
  'policy.unchanged': 'same',
  'rate.exceeded': 'trouble.tooMany',
  'organization.forbidden': 'trouble.forbidden',
};

/** Tries a policy, puts it in force, and takes it back: the same on the issuer's page and on the policy's. */
export function usePolicy(org: string) {
  const t = useTranslations('policy');
  const client = useTRPCClient();
  const router = useRouter();
  const toast = useToast();
  const [tried, setTried] = useState<Tried | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function run<T>(work: () => Promise<T>): Promise<T | null> {
    setBusy(true);
    setTrouble(null);
    try {
      return await work();
    } catch (error) {
      const { code } = readRefused(error);
      setTrouble(t(troubles[code] ?? 'trouble.failed'));
      if (code === 'policy.changed_meanwhile') {
        setTried(null);
        router.refresh();
      }
      return null;
    } finally {
      setBusy(false);
    }
  }

  async function undo(basedOn: number) {
    const restores = basedOn - 1;
    const done = await run(() => client.policy.restore.mutate({ org, basedOn, version: restores }));
    if (!done) return;
    toast.show({
      kind: `policy-undone-${basedOn}`,
      say: () => t('undone', { version: done.version, restores }),
    });
    router.refresh();
  }

  return {
    tried,
    busy,
    trouble,
    drop: () => {
      setTried(null);
      setTrouble(null);
    },
    dryRun: async (policy: TrustPolicy) => {
      const trial = await run(() => client.policy.dryRun.mutate({ org, policy }));
      if (trial) setTried({ policy, trial });
      return trial !== null;
    },
    apply: async (reason: string) => {
      if (!tried) return false;
      const { policy, trial } = tried;
      const done = await run(() => client.policy.put.mutate({ org, policy, basedOn: trial.version, reason }));
      if (!done) return false;
      setTried(null);
      toast.show({
        kind: `policy-${done.version}`,
        say: () => t('applied', { version: done.version }),
        undo: () => void undo(done.version),
      });
      router.refresh();
      return true;
    },
  };
}
export type PolicyWork = ReturnType<typeof usePolicy>;
