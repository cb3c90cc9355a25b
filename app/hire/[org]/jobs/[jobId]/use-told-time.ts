import { useFormatter, useTimeZone } from 'next-intl';
import { useHouseZone } from './stage-plan.tsx';

/**
 * When candidates are told, by the clocks of the house; its zone is named where it is another than the page's. With
 * the day where it may be another one.
 */
export function useToldTime(): (at: Date, withDay?: boolean) => string {
  const format = useFormatter();
  const pageZone = useTimeZone();
  const zone = useHouseZone();
  return (at, withDay = false) =>
    format.dateTime(at, {
      ...(withDay ? ({ day: 'numeric', month: 'short' } as const) : {}),
      ...{ hour: '2-digit', minute: '2-digit', timeZone: zone },
      ...(zone === pageZone ? {} : ({ timeZoneName: 'short' } as const)),
    });
}
