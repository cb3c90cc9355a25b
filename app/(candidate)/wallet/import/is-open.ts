import type { ImportItemOutput } from '#server/credentials/schemas.ts';

/** True while the server still works on an item. */
export function isOpen(item: Pick<ImportItemOutput, 'state'>): boolean {
  return item.state !== 'done' && item.state !== 'refused';
}
