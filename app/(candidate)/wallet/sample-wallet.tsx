import { useTranslations } from 'next-intl';
import { Section } from '#app/ui/base/section.tsx';
import { CredentialRow, type CredentialRowData } from '#app/ui/proof/credential-row.tsx';

const help = '/help/verify';

/** Three credentials that nobody holds: one that counts, one that cannot be checked, one that was withdrawn. */
const samples: readonly (CredentialRowData & { why: 'valid' | 'unknown' | 'revoked' })[] = [
  {
    href: help,
    title: 'Bread Baking, Examined',
    signed: true,
    issuer: { name: 'Sample Guild', claimedName: null, recognised: true },
    kind: 'certificate',
    verdict: 'valid',
    bound: 'yes',
    tier: 3,
    picture: { issuerHost: 'guild.sample', recognised: true },
    skills: [{ label: 'Sourdough', state: 'proven', level: 3 }],
    why: 'valid',
  },
  {
    href: help,
    title: 'Market Stall, Foundations',
    signed: true,
    issuer: { name: 'Sample Academy', claimedName: null, recognised: true },
    kind: 'badge',
    verdict: 'unknown',
    bound: 'yes',
    code: 'status-unavailable',
    tier: 2,
    picture: { issuerHost: 'academy.sample', recognised: true },
    skills: [{ label: 'Selling', state: 'unknown', level: null }],
    why: 'unknown',
  },
  {
    href: help,
    title: 'Recipe Book',
    signed: true,
    issuer: { name: 'Sample School', claimedName: null, recognised: true },
    kind: 'portfolio',
    verdict: 'invalid',
    bound: 'yes',
    code: 'revoked',
    tier: 1,
    picture: { issuerHost: 'school.sample', recognised: true },
    skills: [{ label: 'Writing recipes', state: 'lapsed', level: null }],
    why: 'revoked',
  },
];

/** What an empty wallet shows instead of nothing; each card says that it is a sample. */
export function SampleWallet() {
  const t = useTranslations('candidate.wallet');
  return (
    <Section title={t('sampleTitle')} gap={1}>
      <p className="t13 soft">{t('sampleHelp')}</p>
      <ul aria-label={t('sampleList')}>
        {samples.map(({ why, ...row }) => (
          <CredentialRow key={row.title} {...row} sample>
            <p>{t(`sampleWhy.${why}`)}</p>
          </CredentialRow>
        ))}
      </ul>
    </Section>
  );
}
