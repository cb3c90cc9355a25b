import { useTranslations } from 'next-intl';
import { Day } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { IssuerKeyOutput } from '#server/credentials/schemas.ts';

/** A key that was not seen for longer than this is told as gone; it is looked at at least once a day. */
const freshMs = 3 * 86_400_000;

/** When the key stopped, or null while it is published. */
function endOf(key: IssuerKeyOutput, now: Date): { at: Date; state: 'revoked' | 'expired' | 'gone' } | null {
  const { revokedAt, expiresAt, lastSeenAt } = key;
  if (revokedAt !== null && revokedAt <= now) return { at: revokedAt, state: 'revoked' };
  if (expiresAt !== null && expiresAt <= now) return { at: expiresAt, state: 'expired' };
  return now.getTime() - lastSeenAt.getTime() > freshMs ? { at: lastSeenAt, state: 'gone' } : null;
}

function Bar({ from, to, of }: { from: number; to: number; of: readonly [number, number] }) {
  const [start, end] = of;
  const share = (time: number) => (end === start ? 0 : ((time - start) / (end - start)) * 100);
  const left = Math.max(0, Math.min(98, share(from)));
  const width = Math.max(2, Math.min(100, share(to)) - left);
  return (
    <svg className="w-full h-2" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect
        width="100"
        height="8"
        fill="none"
        stroke="var(--edge)"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
      <rect x={left} width={end === start ? 100 : width} height="8" fill="var(--ink-2)" />
    </svg>
  );
}

function Key({ entry, now, of }: { entry: IssuerKeyOutput; now: Date; of: readonly [number, number] }) {
  const t = useTranslations('issuer.keys');
  const { methodId, kind, firstSeenAt, expiresAt, lastUsedAt } = entry;
  const end = endOf(entry, now);
  const from = () => <Day at={firstSeenAt} />;
  const isAfterwards = end !== null && end.at < firstSeenAt;
  return (
    <li className="grid items-center gap-x-4 gap-y-1 border-b border-rule py-2 phone:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_minmax(0,1.2fr)]">
      <span className="min-w-0">
        <span className="mono wrap-anywhere" dir="ltr">
          {methodId}
        </span>{' '}
        <span className="quiet">{kind}</span>
      </span>
      <Bar from={firstSeenAt.getTime()} to={(end?.at ?? now).getTime()} of={of} />
      <span className="soft">
        {end === null && t.rich('now', { from, used: lastUsedAt === null ? 'no' : 'yes' })}
        {end !== null && isAfterwards && t.rich('revoked', { day: () => <Day at={end.at} /> })}
        {end !== null &&
          !isAfterwards &&
          t.rich('span', { from, to: () => <Day at={end.at} />, state: end.state })}
        {end === null && expiresAt !== null && (
          <>; {t.rich('expires', { day: () => <Day at={expiresAt} /> })}</>
        )}
      </span>
    </li>
  );
}

/** The keys that the issuer's document listed, from when they were first seen. */
export function KeysOverTime({ keys, now }: { keys: readonly IssuerKeyOutput[]; now: Date }) {
  const t = useTranslations('issuer.keys');
  const start = Math.min(...keys.map((key) => key.firstSeenAt.getTime()), now.getTime());
  return (
    <Section title={t('title')}>
      <p className="t13 quiet">{t('note')}</p>
      {keys.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <ol className="t13">
          {keys.map((entry) => (
            <Key
              key={`${entry.methodId} ${entry.thumbprint}`}
              entry={entry}
              now={now}
              of={[start, now.getTime()]}
            />
          ))}
        </ol>
      )}
    </Section>
  );
}
