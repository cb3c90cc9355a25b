'use client';

import { useTranslations } from 'next-intl';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import { useSize } from '../../use-size.ts';
import { ItemFrame, Refusal, Stages } from './item-frame.tsx';
import type { Outgoing } from './use-sending.ts';

/** An item that has not reached the server: on its way, waiting for the net, or refused at once. */
export function OutgoingItem({ item, onDismiss }: { item: Outgoing; onDismiss: () => void }) {
  const t = useTranslations('candidate.import');
  const sizeOf = useSize();
  const { what, state, refusal } = item;
  const name = what.source === 'file' ? what.file.name : t('pastedName');
  const size = what.source === 'file' ? what.file.size : what.text.length;
  const own = { 'file.too_large': 'tooLarge', 'file.empty': 'emptyFile' } as const;
  const ownKey = refusal?.sentence === null ? own[refusal.code as keyof typeof own] : undefined;
  const standing = {
    sending: <span className="verd">{t('underWay')}</span>,
    waiting: <span className="verd unknown">{t('waiting')}</span>,
    refused: <Verdict verdict="invalid" bound="not-asked" word={t('refused')} />,
  };
  return (
    <ItemFrame
      source={what.source}
      name={name}
      size={size}
      state={standing[state]}
      onDismiss={state === 'sending' ? undefined : onDismiss}
    >
      {state === 'sending' && <Stages name={name} now="sending" />}
      {state === 'waiting' && <p className="sm soft">{t('waitingHelp')}</p>}
      {refusal !== null && (
        <Refusal
          sentence={ownKey ? t(ownKey, { size: sizeOf(size) }) : refusal.sentence}
          hint={ownKey ? t(`${ownKey}Help`) : refusal.hint}
          code={refusal.code}
        />
      )}
    </ItemFrame>
  );
}
