import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import type { MyApplicationOutput } from '#server/applications/schemas.ts';

/** What employers may see now, and until when; taking back is withdrawing. */
export function EmployersHold({ applications }: { applications: readonly MyApplicationOutput[] }) {
  const t = useTranslations('candidate.profile');
  const held = applications.filter((entry) => entry.withdrawnAt === null && entry.shared.length > 0);
  return (
    <Section title={t('hold')}>
      {held.length === 0 ? (
        <p className="sm quiet">{t('holdNone')}</p>
      ) : (
        <>
          <StackTable label={t('hold')} head={[t('holdEmployer'), t('holdSees'), t('holdUntil')]}>
            {held.map((entry) => (
              <Row key={entry.id}>
                <RowHead>{entry.job.employer.name}</RowHead>
                <Cell label={t('holdSees')}>{t('holdCount', { count: entry.shared.length })}</Cell>
                <Cell label={t('holdUntil')}>
                  {entry.job.validThrough === null ? t('holdClose') : <Day at={entry.job.validThrough} />}
                </Cell>
              </Row>
            ))}
          </StackTable>
          <AppLink className="t13" href="/applications">
            {t('holdBack')}
          </AppLink>
        </>
      )}
    </Section>
  );
}
