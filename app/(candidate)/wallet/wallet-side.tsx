import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { SkillChips } from '#app/ui/proof/skill-chip.tsx';
import type { ProfileOutput } from '#server/candidates/schemas.ts';
import type { WalletOverviewOutput } from '#server/credentials/schemas.ts';

const allOfThem = 60;

/** What the wallet adds up to: proven skills, apart from them stated ones, and who can see it. */
export function WalletSide({
  overview,
  profile,
}: {
  overview: WalletOverviewOutput;
  profile: ProfileOutput;
}) {
  const t = useTranslations('candidate.wallet');
  const sight = useTranslations('candidate.visibility');
  const { proven, shared } = overview;
  return (
    <aside className="stack-6" aria-label={t('proven')}>
      <Section title={t('proven')}>
        <p className="t13 soft">{proven.length > 0 ? t('provenHelp') : t('provenNone')}</p>
        <SkillChips
          limit={allOfThem}
          skills={proven.map(({ label, level, candidateId, credentialId }) => ({
            label,
            level,
            state: 'proven',
            href: `/proof/${candidateId}/${credentialId}`,
          }))}
        />
      </Section>
      <Section title={t('stated')}>
        <p className="t13 soft">{t('statedHelp')}</p>
        {profile.stated.length > 0 ? (
          <SkillChips
            limit={allOfThem}
            skills={profile.stated.map(({ label }) => ({ label, state: 'stated' }))}
          />
        ) : (
          <p className="t13 quiet">{t('statedNone')}</p>
        )}
        <AppLink className="t13" href="/profile#stated">
          {t('statedEdit')}
        </AppLink>
      </Section>
      <Section title={t('sight')}>
        <KeyValues>
          <KeyValue term={t('sightProfile')}>{sight(profile.visibility)}</KeyValue>
          <KeyValue term={t('sightBlocked')}>
            {profile.blocked.length > 0
              ? profile.blocked.map((entry) => entry.name).join(', ')
              : t('sightNobody')}
          </KeyValue>
          <KeyValue term={t('sightPublic')}>{t('sightPublicCount', { count: shared })}</KeyValue>
        </KeyValues>
        <p className="t13 row">
          <AppLink href="/profile#sight">{t('sightChange')}</AppLink>
          <AppLink href="/wallet/share">{t('sightPage')}</AppLink>
        </p>
      </Section>
    </aside>
  );
}
