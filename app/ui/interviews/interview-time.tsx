import { useFormatter, useTranslations } from 'next-intl';
import type { InterviewOutput } from '#server/applications/schemas.ts';

type When = Pick<InterviewOutput, 'startsAt' | 'minutes' | 'zone'>;

/** When an interview is, by the clocks of the zone in which it was set, which is named. */
export function InterviewTime({ interview }: { interview: When }) {
  const t = useTranslations('ui.interview');
  const format = useFormatter();
  const { startsAt, minutes, zone } = interview;
  const clock = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: zone } as const;
  const end = new Date(startsAt.getTime() + minutes * 60_000);
  return (
    <time dateTime={startsAt.toISOString()}>
      <b>
        {t('time', {
          day: format.dateTime(startsAt, day),
          from: format.dateTime(startsAt, clock),
          to: format.dateTime(end, clock),
        })}
      </b>
      , {zone}
    </time>
  );
}

/** Where an interview is: a place, a link, or both. */
export function InterviewWhere({ interview }: { interview: Pick<InterviewOutput, 'place' | 'link'> }) {
  const { place, link } = interview;
  return (
    <>
      {place !== null && <bdi>{place}</bdi>}
      {place !== null && link !== null && ' · '}
      {link !== null && (
        <a href={link} rel="noreferrer noopener" className="break-all" dir="ltr">
          {link}
        </a>
      )}
    </>
  );
}
