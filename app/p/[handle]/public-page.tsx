import { useTranslations } from 'next-intl';
import { useCredentialRow, useReason } from '#app/(candidate)/credential-words.ts';
import { bestProofs, kinds } from '#app/(candidate)/wallet/wallet-view.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { SegmentedLinks } from '#app/ui/base/segmented.tsx';
import { CredentialRow } from '#app/ui/proof/credential-row.tsx';
import { SkillChips } from '#app/ui/proof/skill-chip.tsx';
import type { PublicPageOutput } from '#server/candidates/schemas.ts';
import type { CredentialOutput } from '#server/credentials/schemas.ts';

type Kind = CredentialOutput['kind'];

function Row({ credential }: { credential: CredentialOutput }) {
  const row = useCredentialRow()(credential);
  const reason = useReason()(credential);
  // What we only suggest, and what the holder only states, is not shown to others here.
  const skills = row.skills.filter((skill) => skill.state !== 'suggestion' && skill.state !== 'stated');
  return (
    <CredentialRow {...row} skills={skills}>
      {reason !== null && <p>{reason.others}</p>}
    </CredentialRow>
  );
}

function KindFilter({ page, handle, kind }: { page: PublicPageOutput; handle: string; kind: Kind | null }) {
  const t = useTranslations('candidate.wallet');
  const count = (one: Kind) => page.credentials.filter((credential) => credential.kind === one).length;
  const present = kinds.filter((one) => count(one) > 0);
  if (present.length < 2) return null;
  return (
    <SegmentedLinks
      label={t('show')}
      items={[
        {
          href: `/p/${handle}`,
          label: t('showAll', { count: page.credentials.length }),
          current: kind === null,
        },
        ...present.map((one) => ({
          href: `/p/${handle}?kind=${one}`,
          label: t('showKind', { kind: one, count: count(one) }),
          current: kind === one,
        })),
      ]}
    />
  );
}

/** A candidate's public page: the credentials they chose, each as it stands now and leading to its proof. */
export function PublicPage({
  page,
  handle,
  kind,
}: {
  page: PublicPageOutput;
  handle: string;
  kind: Kind | null;
}) {
  const t = useTranslations('share.profile');
  const { displayName, headline, place, credentials, viewer, visibility } = page;
  const shown = credentials.filter((credential) => kind === null || credential.kind === kind);
  const proven = bestProofs(credentials.filter((credential) => credential.counts));
  return (
    <div className="wrap form stack">
      {viewer === 'holder' && (
        <Note>
          <p>
            {t(`own.${visibility}`)} <AppLink href="/wallet/share">{t('ownLink')}</AppLink>
          </p>
        </Note>
      )}
      <div>
        <h1>
          <bdi>{displayName}</bdi>
        </h1>
        {(headline !== null || place !== null) && (
          <p className="soft">
            {[headline, place]
              .filter((part) => part !== null)
              .map((part, index) => (
                <span key={part}>
                  {index > 0 && ' · '}
                  <bdi>{part}</bdi>
                </span>
              ))}
          </p>
        )}
        <p className="t13 quiet">{t('note')}</p>
      </div>
      {proven.length > 0 && (
        <Section title={t('proven')}>
          <SkillChips
            limit={40}
            skills={proven.map(({ label, level, credential }) => ({
              label,
              level,
              state: 'proven',
              href: `/proof/${credential.candidateId}/${credential.id}`,
            }))}
          />
        </Section>
      )}
      <Section title={t('credentials')} count={credentials.length} gap={1}>
        <KindFilter page={page} handle={handle} kind={kind} />
        {shown.length === 0 ? (
          <p className="soft sm py-3">{t('none')}</p>
        ) : (
          <ul>
            {shown.map((credential) => (
              <Row key={credential.id} credential={credential} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
