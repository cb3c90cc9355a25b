import { useFormatter, useNow, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Note } from '#app/ui/base/note.tsx';
import type { StakeOutput } from '#server/applications/schemas.ts';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { daysUntil } from '../credential-words.ts';

/** What ends within thirty days, the nearest first, with the skills that go with it and what hangs on it. */
export function EndsSoon({
  credentials,
  stakes,
}: {
  credentials: readonly CredentialOutput[];
  stakes: readonly StakeOutput[];
}) {
  const n = useTranslations('notices');
  const t = useTranslations('candidate.wallet');
  const format = useFormatter();
  const now = useNow();
  if (credentials.length === 0) return null;
  return (
    <Note tone="warn">
      {credentials.map((credential) => {
        const { validUntil, issuer, skills, id, title } = credential;
        if (validUntil === null) return null;
        const date = format.dateTime(validUntil, { day: 'numeric', month: 'short', year: 'numeric' });
        const proven = skills.filter((skill) => skill.state === 'proven').map((skill) => skill.label);
        const stake = stakes.find((each) => each.credentialId === id);
        return (
          <p key={id}>
            <b>
              {t.rich('endsSoon', {
                title: () => <bdi>{title}</bdi>,
                date,
                days: Math.max(0, daysUntil(validUntil, now)),
              })}
            </b>{' '}
            {proven.length > 0 && t('endsSoonSkills', { skills: format.list(proven) })}{' '}
            {stake !== undefined &&
              n('stake', {
                verb: 'carries',
                evenly: String(stake.evenly),
                points: stake.tenths / 10,
                applications: stake.applications,
              })}{' '}
            {issuer.url !== null && (
              <AppLink href={issuer.url}>{t('renew', { issuer: issuer.name })}</AppLink>
            )}
          </p>
        );
      })}
    </Note>
  );
}
