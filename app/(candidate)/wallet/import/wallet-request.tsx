'use client';

import { Copy, Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { QrCode } from '#app/ui/base/qr-code.tsx';
import { useToast } from '#app/ui/base/toast.tsx';

/** The request as a picture for another device and as a link for this one. */
export function WalletRequest({
  link,
  isPlain,
  onPlain,
  onCancel,
}: {
  link: string;
  isPlain: boolean;
  onPlain: () => void;
  onCancel: () => void;
}) {
  const t = useTranslations('holder.wallet');
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    toast.show({ kind: 'copied', say: () => t('copied') });
  };
  return (
    <div className="row items-start gap-6">
      <QrCode text={link} label={t('picture')} large />
      <div className="stack-2 min-w-0 flex-1 basis-64">
        <p>
          <b>{t('scan')}</b>
        </p>
        {isPlain && <p className="sm soft">{t('plainHelp')}</p>}
        <div className="row">
          <a className="btn go" href={link}>
            <Smartphone className="ic" aria-hidden />
            {t('open')}
          </a>
          <Button icon={<Copy className="ic" aria-hidden />} onClick={() => void copy()}>
            {t('copy')}
          </Button>
        </div>
        <p className="t13 quiet" role="status">
          {t('waiting')}
        </p>
        <div className="row tight">
          {!isPlain && (
            <Button size="sm" bare onClick={onPlain}>
              {t('plain')}
            </Button>
          )}
          <Button size="sm" bare onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </div>
  );
}
