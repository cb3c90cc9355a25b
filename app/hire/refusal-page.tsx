import { useTranslations } from 'next-intl';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Fault } from '#app/ui/base/fault.tsx';
import type { Refusal } from '#server/api/refusal.ts';

const codes = { gone: '410', forbidden: '403' } as const;

/** A page that says why there is nothing: withdrawn, closed, or not allowed for this role. */
export function RefusalPage({ refusal, back }: { refusal: Refusal; back: string }) {
  const t = useTranslations('hire.refused');
  const { kind, code } = refusal;
  const known = t.has(`${code}.title`) ? code : kind === 'forbidden' ? 'organization.forbidden' : 'other';
  return (
    <div className="wrap form">
      <Fault
        code={kind === 'gone' || kind === 'forbidden' ? codes[kind] : '400'}
        title={t(`${known}.title`)}
        actions={
          <ButtonLink tone="go" href={back}>
            {t('back')}
          </ButtonLink>
        }
      >
        <p>{t(`${known}.text`)}</p>
        <p className="mono xs quiet">{code}</p>
      </Fault>
    </div>
  );
}
