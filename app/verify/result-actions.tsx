'use client';

import { Download, FileSignature, Link2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { keepBadge } from './kept-badge.ts';
import type { Answer } from './use-check.ts';

function save(content: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

function saveJson({ report, at, question }: Answer): void {
  const address = question.file ? null : question.text.slice(0, 2_000);
  const { signedReport, ...plain } = report;
  save(
    JSON.stringify({ checkedAt: at, address, report: plain, signedReport }, null, 2),
    'application/json',
    'assay-report.json',
  );
}

function saveSigned({ report }: Answer): void {
  save(report.signedReport, 'application/verification-report+jwt', 'assay-report.jwt');
}

/** What to do with a result: take it along, hand on the check, ask whose it is, keep it. */
export function ResultActions({ answer }: { answer: Answer }) {
  const t = useTranslations('verify');
  const [copied, setCopied] = useState(false);
  const { question, report } = answer;
  const isLink = question.file === null && /^https?:\/\/\S+$/i.test(question.text);
  const router = useRouter();
  const keep = async () => {
    await keepBadge({ file: question.file, text: question.text });
    router.push(isLink ? `/verify/keep?url=${encodeURIComponent(question.text)}` : '/verify/keep');
  };
  const link = () => `${window.location.origin}/verify?url=${encodeURIComponent(question.text)}`;
  return (
    <div className="row">
      <Button icon={<Download className="ic" aria-hidden />} onClick={() => saveJson(answer)}>
        {t('json')}
      </Button>
      <Button icon={<FileSignature className="ic" aria-hidden />} onClick={() => saveSigned(answer)}>
        {t('signedReport')}
      </Button>
      {isLink && (
        <Button
          icon={<Link2 className="ic" aria-hidden />}
          onClick={() => void navigator.clipboard.writeText(link()).then(() => setCopied(true))}
        >
          <span role="status">{t(copied ? 'linkCopied' : 'link')}</span>
        </Button>
      )}
      {report.bound === 'not-asked' && report.title !== null && (
        <Button bare onClick={() => document.getElementById('badge-email')?.focus()}>
          {t('whose')}
        </Button>
      )}
      {report.verdict !== 'invalid' && (
        <Button bare onClick={() => void keep()}>
          {t('keep')}
        </Button>
      )}
    </div>
  );
}
