'use client';

import { useTranslations } from 'next-intl';
import { Section } from '#app/ui/base/section.tsx';
import { type QueueGate, queueGates } from '#server/jobs/schemas.ts';

/** Who enters the first queue of the ranked list (E20). */
export function FirstQueue({
  gate,
  musts,
  onChange,
}: {
  gate: QueueGate;
  /** How many must-haves the job asks. */
  musts: number;
  onChange: (patch: { queueGate: QueueGate }) => void;
}) {
  const t = useTranslations('hire.gate');
  return (
    <Section title={t('title')}>
      <fieldset className="stack-2" aria-describedby="first-queue-text">
        <legend className="vh">{t('title')}</legend>
        <p className="t13 soft" id="first-queue-text">
          {t('text')}
        </p>
        {queueGates.map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name="queue-gate"
              value={each}
              checked={gate === each}
              onChange={() => onChange({ queueGate: each })}
            />
            <span>{t(each)}</span>
          </label>
        ))}
        {musts === 0 && gate !== 'none' && <p className="t13 quiet">{t('noMusts')}</p>}
      </fieldset>
    </Section>
  );
}
