'use client';

import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import type { ImportItemOutput } from '#server/credentials/schemas.ts';
import { ImportItem } from './import-item.tsx';
import { isOpen } from './is-open.ts';
import { OutgoingItem } from './outgoing-item.tsx';
import type { Outgoing } from './use-sending.ts';

/** What became of everything, as counts for the line over the list. */
function countItems(items: readonly ImportItemOutput[], outgoing: readonly Outgoing[]) {
  const refusedHere = outgoing.filter((item) => item.state === 'refused').length;
  const fresh = items.flatMap((item) => (item.duplicate ? [] : (item.credential ?? [])));
  const valid = fresh.filter((credential) => credential.verdict === 'valid');
  const added = valid.filter((credential) => credential.counts).length;
  // An archive is counted by what was in it.
  const unpacked = items.filter((item) => item.unpacked !== null).length;
  return {
    total: items.length + outgoing.length - unpacked,
    open: items.filter(isOpen).length + outgoing.length - refusedHere,
    refused: items.filter((item) => item.state === 'refused').length + refusedHere,
    duplicate: items.filter((item) => item.state === 'done' && item.duplicate).length,
    added,
    needsYou: valid.length - added,
    idle: fresh.length - valid.length,
  };
}

/** Every item with its stage or result; the line over it is spoken when it changes. */
export function ImportList({
  items,
  outgoing,
  onDismiss,
  onDismissOutgoing,
}: {
  items: readonly ImportItemOutput[];
  outgoing: readonly Outgoing[];
  onDismiss: (id: string) => void;
  onDismissOutgoing: (key: string) => void;
}) {
  const t = useTranslations('candidate.import');
  const counts = countItems(items, outgoing);
  const done = counts.total - counts.open;
  const style: CSSProperties & { '--v': string } = { '--v': `${Math.round((done / counts.total) * 100)}%` };
  return (
    <>
      <p className="t13 soft" role="status">
        {t('summary', counts)}
      </p>
      {counts.open > 0 && counts.total > 1 && (
        <div
          className="prog"
          style={style}
          role="progressbar"
          aria-valuenow={done}
          aria-valuemin={0}
          aria-valuemax={counts.total}
          aria-label={t('progress', { done, total: counts.total })}
        >
          <i />
        </div>
      )}
      <ol>
        {outgoing.map((item) => (
          <OutgoingItem key={item.key} item={item} onDismiss={() => onDismissOutgoing(item.key)} />
        ))}
        {items.map((item) => (
          <ImportItem key={item.id} item={item} onDismiss={() => onDismiss(item.id)} />
        ))}
      </ol>
    </>
  );
}
