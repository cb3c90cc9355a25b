'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';

/** Copies the document as shown. */
export function CopyRaw({ text }: { text: string }) {
  const t = useTranslations('proof.raw');
  const [copied, setCopied] = useState(false);
  return (
    <Button
      size="sm"
      icon={<Copy className="ic" aria-hidden />}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span role="status">{t(copied ? 'copied' : 'copy')}</span>
    </Button>
  );
}
