import { useTranslations } from 'next-intl';
import { useCredentialRow } from '#app/(candidate)/credential-words.ts';
import { Section } from '#app/ui/base/section.tsx';
import { CredentialRow } from '#app/ui/proof/credential-row.tsx';
import type { CandidateForEmployerOutput } from '#server/applications/schemas.ts';

/** Exactly what was disclosed; nothing says whether there is more. */
export function Disclosed({ candidate }: { candidate: CandidateForEmployerOutput }) {
  const t = useTranslations('hire.candidate');
  const rowOf = useCredentialRow();
  const { disclosed, application, job } = candidate;
  return (
    <Section
      title={t(application ? 'disclosed' : 'visible')}
      count={disclosed.length}
      aside={application ? t('untilClosed') : undefined}
    >
      {disclosed.length === 0 ? (
        <p className="soft">{t(job.status === 'closed' ? 'ended' : 'nothingDisclosed')}</p>
      ) : (
        <ul>
          {disclosed.map((credential) => (
            <CredentialRow
              key={credential.id}
              {...rowOf({ ...credential, recipient: null, publicLink: false })}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
