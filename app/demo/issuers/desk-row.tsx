import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { Cell, Row, RowHead } from '#app/ui/base/table.tsx';
import type { IssuedOutput } from '#server/issuing/schemas.ts';

/** One issued credential; a withdrawn one says when and why. */
export function DeskRow({ entry, onRevoke }: { entry: IssuedOutput; onRevoke: () => void }) {
  const t = useTranslations('demo.desk');
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <Row>
      <RowHead>
        {entry.title}
        <br />
        <span className="t13 soft font-normal">{entry.profileName}</span>
      </RowHead>
      <Cell label={t('recipient')}>
        <bdi>{entry.recipientName}</bdi>
      </Cell>
      <Cell label={t('format')} className="t13 soft">
        {entry.format}
      </Cell>
      <Cell label={t('issued')}>
        <Day at={entry.issuedAt} />
      </Cell>
      <Cell label={t('standing')} className="t13">
        {entry.revokedAt === null ? (
          <span className="row between">
            {t('stands')}
            <Button
              tone="stop"
              size="sm"
              aria-label={t('revokeNamed', { title: entry.title, name: entry.recipientName })}
              onClick={onRevoke}
            >
              {t('revoke')}
            </Button>
          </span>
        ) : (
          <span className="text-fail">
            {t('since', { date: day(entry.revokedAt), reason: entry.revokedReason ?? '' })}
          </span>
        )}
      </Cell>
    </Row>
  );
}
