'use client';

import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#app/trpc/client.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { SkillChip } from '#app/ui/proof/skill-chip.tsx';
import type { ProfileOutput } from '#server/candidates/schemas.ts';
import { useSay } from '../use-say.ts';
import { SkillPicker } from './skill-picker.tsx';

/** Skills in the candidate's own words: shown as such, never counted. */
export function StatedSkills({ stated }: { stated: ProfileOutput['stated'] }) {
  const t = useTranslations('candidate.profile');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const add = useMutation(trpc.profile.stateSkill.mutationOptions({ onError: failed }));
  const remove = useMutation(trpc.profile.unstateSkill.mutationOptions({ onError: failed }));
  const state = (skillKey: number, skill: string) =>
    add.mutate({ skillKey }, { onSuccess: () => done(t('statedOne', { skill })) });
  const takeBack = (skillKey: number, skill: string) =>
    remove.mutate(
      { skillKey },
      { onSuccess: () => done(t('unstated', { skill }), () => state(skillKey, skill)) },
    );
  const last = stated.at(-1);
  return (
    <div id="stated">
      <Section title={t('stated')} count={stated.length}>
        <p className="sm soft">{t('statedHelp')}</p>
        {stated.length > 0 && (
          <ul className="row chips">
            {stated.map(({ skillKey, label }) => (
              <li key={skillKey} className="row tight">
                <SkillChip label={label} state="stated" />
                <IconButton label={t('unstate', { skill: label })} onClick={() => takeBack(skillKey, label)}>
                  <X className="ic" aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
        <SkillPicker
          taken={stated.map((skill) => skill.skillKey)}
          onPick={state}
          onBackspace={last ? () => takeBack(last.skillKey, last.label) : undefined}
        />
      </Section>
    </div>
  );
}
