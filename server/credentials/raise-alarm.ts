import { log } from '#server/platform/log.ts';
import type { Finding } from './core/report.ts';
import { countLayoutChange } from './store/alarms.ts';

/**
 * Tells the operator that a platform answers in a form that its reader does not know: an error in the log, with the
 * event `layout-changed`, and a count in the table `layout_alarm`. Never throws: the verdict is unknown in any case.
 */
export async function raiseAlarm(findings: readonly Finding[], now: Date): Promise<void> {
  const platforms = new Set(
    findings.filter(({ code }) => code === 'layout-changed').map(({ detail }) => detail),
  );
  for (const platform of platforms) {
    const times = await countLayoutChange(platform, now).catch(() => null);
    log.error({ event: 'layout-changed', platform, times }, 'a platform answers in a form that is not known');
  }
}
