'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import { SkillChip } from '#app/ui/proof/skill-chip.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';

/** True when a skill waits for the candidate's word: not for somebody else's badge, nor one that does not stand. */
export function hasProposals({ skills, bound, verdict }: CredentialOutput): boolean {
  return bound === 'yes' && verdict !== 'invalid' && skills.some((skill) => skill.state === 'proposed');
}

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
  return (
    <ul className="stack-1" aria-label={t('guesses')}>
      {proposed.map(({ skillKey, label, namedByIssuer }) => (
        <li key={skillKey ?? label} className="row gap-x-2 gap-y-1">
          <SkillChip label={label} state={namedByIssuer ? 'stated' : 'suggestion'} />
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
          <span className="quiet">{t(namedByIssuer ? 'guessCounts' : 'guessStays')}</span>
        </li>
      ))}
    </ul>
  );
}
