'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import { useTRPC } from '#app/trpc/client.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';

/** Skills we read from the issuer's words: the candidate says whether they are meant. */
export function Proposals({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('candidate.wallet');
  const fail = useTranslations('candidate');
  const toast = useToast();
  const router = useRouter();
  const trpc = useTRPC();
  const proposed = credential.skills.filter((skill) => skill.state === 'proposed');
  const labelOf = (key: number) => proposed.find((skill) => skill.skillKey === key)?.label ?? '';
  const decide = useMutation(
    trpc.credentials.decideProposal.mutationOptions({
      onSuccess: (_result, { decision, skillKey }) => {
        toast.show({
          kind: `proposal ${skillKey}`,
          say: () => t(decision, { skill: labelOf(skillKey) }),
        });
        router.refresh();
      },
      onError: (error) => toast.show({ kind: 'proposal', say: () => fail('failed', { why: error.message }) }),
    }),
  );
  // Somebody else's badge says nothing about this person, and one that does not stand proves nothing.
  if (proposed.length === 0 || credential.bound !== 'yes' || credential.verdict === 'invalid') return null;
  return (
    <div className="stack-1">
      <p>{t('guesses', { count: proposed.length })}</p>
      <ul className="stack-1">
        {proposed.map(({ skillKey, label, namedByIssuer }) => (
          <li key={skillKey ?? label} className="row gap-x-2 gap-y-1">
            <b>{label}</b>
            <span className="quiet">{t(namedByIssuer ? 'guessCounts' : 'guessStays')}</span>
            {skillKey !== null && (
              <span className="row tight">
                {(['confirmed', 'dismissed'] as const).map((decision) => (
                  <Button
                    key={decision}
                    size="sm"
                    bare={decision === 'dismissed'}
                    aria-label={`${t(decision === 'confirmed' ? 'confirm' : 'dismiss')}: ${label}`}
                    onClick={() => decide.mutate({ id: credential.id, skillKey, decision })}
                  >
                    {t(decision === 'confirmed' ? 'confirm' : 'dismiss')}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
