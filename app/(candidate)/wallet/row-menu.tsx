'use client';

import { useMutation } from '@tanstack/react-query';
import { FileText, Link2Off, MoreHorizontal, RefreshCw, Share2, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '#app/ui/base/menu.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { proofPath } from '../credential-words.ts';
import { RemoveDialog } from '../remove-dialog.tsx';
import { useRecheck } from '../use-recheck.ts';

/** What else can be done with a credential: check again, share it, remove it. */
export function RowMenu({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('candidate.actions');
  const fail = useTranslations('candidate');
  const toast = useToast();
  const router = useRouter();
  const trpc = useTRPC();
  const [removing, setRemoving] = useState(false);
  const { id, title, publicLink } = credential;
  const say = (words: string) => toast.show({ kind: `menu ${id}`, say: () => words });
  const { recheck } = useRecheck(credential, say);
  const share = useMutation(
    trpc.credentials.share.mutationOptions({
      onSuccess: (_result, input) => {
        router.refresh();
        toast.show({
          kind: `share ${id}`,
          say: () => t(input.publicLink ? 'shared' : 'unshared', { title }),
          undo: () => share.mutate({ id, publicLink: !input.publicLink }),
        });
      },
      onError: (error) => say(fail('failed', { why: error.message })),
    }),
  );
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={t('label', { title })}>
            <MoreHorizontal className="ic" aria-hidden />
          </IconButton>
        }
      >
        <MenuItem href={proofPath(credential)} icon={<FileText className="ic" aria-hidden />}>
          {t('open')}
        </MenuItem>
        <MenuItem onSelect={recheck} icon={<RefreshCw className="ic" aria-hidden />}>
          {t('recheck')}
        </MenuItem>
        <MenuItem href={`/wallet/share/${id}`} icon={<Share2 className="ic" aria-hidden />}>
          {t('share')}
        </MenuItem>
        {publicLink && (
          <MenuItem
            icon={<Link2Off className="ic" aria-hidden />}
            onSelect={() => share.mutate({ id, publicLink: false })}
          >
            {t('unshare')}
          </MenuItem>
        )}
        <MenuLine />
        <MenuItem stop icon={<Trash2 className="ic" aria-hidden />} onSelect={() => setRemoving(true)}>
          {t('remove')}
        </MenuItem>
      </Menu>
      <RemoveDialog credential={credential} open={removing} onOpenChange={setRemoving} />
    </>
  );
}
