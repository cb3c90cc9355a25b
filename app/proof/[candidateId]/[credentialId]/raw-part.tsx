import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSize } from '#app/(candidate)/use-size.ts';
import { CopyButton } from '#app/ui/base/copy-button.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { RawDocument } from '#app/ui/proof/raw-document.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';

/** The document as received, for the holder and for employers it was shared with. */
export function RawPart({ proof }: { proof: ProofOutput }) {
  const t = useTranslations('proof.raw');
  const title = useTranslations('ui.raw')('title');
  const sizeOf = useSize();
  const { raw, original, viewer } = proof;
  if (viewer === 'public' || viewer === 'masked') {
    return (
      <Section title={title}>
        <p className="soft sm">{t(viewer === 'masked' ? 'masked' : 'hidden')}</p>
      </Section>
    );
  }
  const download = (
    <a
      className="btn sm"
      href={`/api/credentials/${proof.candidateId}/${proof.id}/original`}
      download={original.name}
    >
      <Download className="ic" aria-hidden />
      {t('original', { size: sizeOf(original.size) })}
    </a>
  );
  const { refreshedAt } = proof;
  const kept =
    refreshedAt === null
      ? t.rich('kept', { day: () => <Day at={proof.receivedAt} /> })
      : t.rich('refreshed', { day: () => <Day at={refreshedAt} /> });
  if (raw === null) {
    return (
      <Section title={title} aside={<span className="noprint">{download}</span>}>
        <p className="soft sm">{t('binary', { type: original.mediaType })}</p>
        <p className="t13 quiet">{kept}</p>
      </Section>
    );
  }
  return (
    <RawDocument
      text={raw}
      actions={
        <>
          <CopyButton text={raw} what={title} />
          {download}
        </>
      }
    >
      {kept}
    </RawDocument>
  );
}
