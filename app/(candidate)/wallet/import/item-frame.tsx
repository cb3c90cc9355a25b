'use client';

import {
  FileArchive,
  FileBadge,
  FileJson,
  FileText,
  Image as ImageIcon,
  Link as LinkIcon,
  Wallet,
  X,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { useSize } from '../../use-size.ts';
import styles from './import.module.css';

type Source = 'file' | 'url' | 'paste' | 'wallet';

const kinds = { url: 'link', paste: 'pasted', wallet: 'shown' } as const;

function iconOf(source: Source, name: string) {
  if (source === 'wallet') return Wallet;
  if (source === 'url') return LinkIcon;
  if (source === 'paste') return FileText;
  if (/\.(png|svg|jpe?g|gif|webp)$/i.test(name)) return ImageIcon;
  if (/\.json(ld)?$/i.test(name)) return FileJson;
  if (/\.zip$/i.test(name)) return FileArchive;
  return /\.(jwt|vc)$/i.test(name) ? FileBadge : FileText;
}

/** Head of an item: what came in, how it stands; `children` say more. Finished items can be dismissed. */
export function ItemFrame({
  source,
  name,
  size,
  state,
  onDismiss,
  children,
}: {
  source: Source;
  name: string;
  size: number;
  state: ReactNode;
  onDismiss?: (() => void) | undefined;
  children?: ReactNode;
}) {
  const t = useTranslations('candidate.import');
  const sizeOf = useSize();
  const Icon = iconOf(source, name);
  const kind = source === 'file' ? t('file', { size: sizeOf(size) }) : t(kinds[source]);
  return (
    <li className={styles.item} data-item={name}>
      <Icon className={`ic ${styles.icon}`} aria-hidden />
      <div>
        <bdi className="strong">{name}</bdi> <span className="quiet t13">{kind}</span>
      </div>
      <div className={`row tight ${styles.state}`}>
        {state}
        {onDismiss !== undefined && (
          <IconButton label={t('dismissItem', { name })} onClick={onDismiss}>
            <X className="ic" aria-hidden />
          </IconButton>
        )}
      </div>
      <div className={styles.body}>{children}</div>
    </li>
  );
}

/** What is wrong, how to mend it, and the code for whoever writes to support. */
export function Refusal({
  sentence,
  hint,
  code,
}: {
  sentence: ReactNode;
  hint: ReactNode;
  code: string | null;
}) {
  return (
    <>
      <p className="sm">
        <b>{sentence}</b>
      </p>
      {hint !== null && <p className="sm soft">{hint}</p>}
      {code !== null && (
        <p className={styles.code} dir="ltr">
          {code}
        </p>
      )}
    </>
  );
}

const stages = ['received', 'reading', 'checking', 'reading-skills'] as const;

/** received › read › checking › reading skills, with the one under way. */
export function Stages({ name, now }: { name: string; now: (typeof stages)[number] | 'sending' }) {
  const t = useTranslations('candidate.import');
  const shown = now === 'sending' ? (['sending', ...stages] as const) : stages;
  return (
    <ol className="steps" aria-label={t('stages', { name })}>
      {shown.map((stage) => (
        <li
          key={stage}
          className={stage === now ? 'now' : undefined}
          aria-current={stage === now ? 'step' : undefined}
        >
          {t(`stage.${stage}`)}
        </li>
      ))}
    </ol>
  );
}
