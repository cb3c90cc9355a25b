'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { proofPath } from '../credential-words.ts';
import { RemoveDialog } from '../remove-dialog.tsx';
import { RecheckButton } from './recheck-button.tsx';

const notHis = new Set(['foreign', 'recipient-mismatch']);
const askAgain = new Set(['status-unavailable', 'status-list-invalid', 'issuer-unresolvable', 'layout-changed']);
const askIssuer = new Set(['revoked', 'suspended', 'expired', 'key-revoked', 'issuer-unbound', 'schema']);
const fileAgain = new Set(['signature', 'missing-proof', 'key-missing', 'context-tampered', 'not-a-credential']);

/** The one thing that helps with a credential that does not count. */
export function RowRemedy({ credential, reason }: { credential: CredentialOutput; reason: string }) {
  const t = useTranslations('candidate.wallet');
  const [removing, setRemoving] = useState(false);
  if (notHis.has(reason)) {
    return (
      <>
        <AppLink href="/profile#addresses">{t('confirmAddress')}</AppLink>{' '}
        <button type="button" className="btn sm bare" onClick={() => setRemoving(true)}>
          {t('notMine')}
        </button>
        <RemoveDialog credential={credential} open={removing} onOpenChange={setRemoving} />
      </>
    );
  }
  if (askAgain.has(reason)) return <RecheckButton credential={credential} />;
  if (askIssuer.has(reason) && credential.issuer.url !== null)
    return <AppLink href={credential.issuer.url}>{t('askIssuer')}</AppLink>;
  if (fileAgain.has(reason)) return <AppLink href="/wallet/import">{t('replace')}</AppLink>;
  return <AppLink href={proofPath(credential)}>{t('readWhy')}</AppLink>;
}
