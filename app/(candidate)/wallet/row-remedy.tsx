'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { proofPath } from '../credential-words.ts';
import { RemoveDialog } from '../remove-dialog.tsx';
import { RecheckButton } from './recheck-button.tsx';

type Remedy = { credential: CredentialOutput; reason: string };

const otherPerson = new Set(['foreign', 'recipient-mismatch']);
const askAgain = new Set([
  'status-unavailable',
  'status-list-invalid',
  'issuer-unresolvable',
  'layout-changed',
]);
const askIssuer = new Set(['revoked', 'suspended', 'expired', 'key-revoked', 'issuer-unbound', 'schema']);
const fileAgain = new Set([
  'signature',
  'missing-proof',
  'key-missing',
  'context-tampered',
  'not-a-credential',
]);

/** The one place to go that helps with a credential that does not count. */
export function RemedyLink({ credential, reason }: Remedy) {
  const t = useTranslations('candidate.wallet');
  if (credential.page !== null)
    return (
      <AppLink href={credential.page.url}>{t('openPage', { platform: credential.page.platform })}</AppLink>
    );
  if (otherPerson.has(reason)) return <AppLink href="/profile#addresses">{t('confirmAddress')}</AppLink>;
  if (askAgain.has(reason)) return null;
  if (askIssuer.has(reason) && credential.issuer.url !== null)
    return <AppLink href={credential.issuer.url}>{t('askIssuer')}</AppLink>;
  if (fileAgain.has(reason)) return <AppLink href="/wallet/import">{t('replace')}</AppLink>;
  return <AppLink href={proofPath(credential)}>{t('readWhy')}</AppLink>;
}

/** The one thing to press that helps: ask the issuer again, or take out what is somebody else's. */
export function RemedyButton({ credential, reason }: Remedy) {
  const t = useTranslations('candidate.wallet');
  const [removing, setRemoving] = useState(false);
  if (askAgain.has(reason)) return <RecheckButton credential={credential} />;
  if (!otherPerson.has(reason)) return null;
  return (
    <>
      <Button size="sm" onClick={() => setRemoving(true)}>
        {t('notMine')}
      </Button>
      <RemoveDialog credential={credential} open={removing} onOpenChange={setRemoving} />
    </>
  );
}
