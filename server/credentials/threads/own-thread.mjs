import { readlinkSync } from 'node:fs';

/**
 * The number by which the system knows this thread, so that its starter can ask what it spends; null where it has none.
 * @returns {number | null}
 */
export function ownThread() {
  try {
    return Number(readlinkSync('/proc/thread-self').split('/').at(-1)) || null;
  } catch {
    return null;
  }
}
