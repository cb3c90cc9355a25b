'use client';

import { useMutation } from '@tanstack/react-query';
import { FileSignature, Link2, Printer, RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRecheck } from '#app/(candidate)/use-recheck.ts';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { CheckField } from '#app/ui/base/field.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';

type Named = Pick<ProofOutput, 'id' | 'candidateId'>;
type Known = Pick<ProofOutput, 'id' | 'title' | 'checkedAt' | 'verdict' | 'bound' | 'code' | 'publicLink'>;

function useSay() {
  const toast = useToast();
  return (words: string) => toast.show({ kind: words, say: () => words });
}

/** Print, link and the signed report, for whoever may look. */
export function ReaderActions({ proof, address }: { proof: Named; address: string }) {
  const t = useTranslations('proof.actions');
  const say = useSay();
  return (
    <>
      <Button tone="go" icon={<Printer className="ic" aria-hidden />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Button
        icon={<Link2 className="ic" aria-hidden />}
        onClick={() => void navigator.clipboard.writeText(address).then(() => say(t('copied')))}
      >
        {t('copyLink')}
      </Button>
      <ButtonLink
        href={`/api/credentials/${proof.candidateId}/${proof.id}/report`}
        icon={<FileSignature className="ic" aria-hidden />}
        download
      >
        {t('signedReport')}
      </ButtonLink>
    </>
  );
}

/** Checking again and sharing, for the holder. */
export function HolderActions({ proof }: { proof: Known }) {
  const t = useTranslations('proof.actions');
  const router = useRouter();
  const trpc = useTRPC();
  const say = useSay();
  const { busy, recheck } = useRecheck(proof, say);
  // What was asked for is shown at once, and taken back only when it failed.
  const [asked, setAsked] = useState<boolean | null>(null);
  const share = useMutation(
    trpc.credentials.share.mutationOptions({
      onSuccess: (_result, { publicLink }) => {
        say(t(publicLink ? 'shared' : 'unshared'));
        router.refresh();
      },
      onError: (error) => {
        setAsked(null);
        say(t('recheckFailed', { why: error.message }));
      },
    }),
  );
  return (
    <>
      <Button
        icon={<RefreshCw className="ic" aria-hidden />}
        aria-disabled={busy || undefined}
        onClick={recheck}
      >
        {t(busy ? 'rechecking' : 'recheck')}
      </Button>
      <CheckField
        label={<span className="sm strong">{t('share')}</span>}
        checked={asked ?? proof.publicLink}
        onChange={(event) => {
          setAsked(event.target.checked);
          share.mutate({ id: proof.id, publicLink: event.target.checked });
        }}
      >
        <span className="t13 soft block">{t('shareHelp')}</span>
      </CheckField>
    </>
  );
}
