'use client';

import { useEffect, useRef, useState } from 'react';
import type { CredentialOutput } from '#server/credentials/schemas.ts';

const key = 'assay.awaited';

function readAwaited(): string[] {
  const ids: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

/** Remembers in this tab that a credential waits for its address, across the way to the mail and back. */
export function awaitOwn(credentialId: string): void {
  sessionStorage.setItem(key, JSON.stringify([...new Set([...readAwaited(), credentialId])]));
}

function takeAwaited(credentialId: string): boolean {
  const ids = readAwaited();
  if (!ids.includes(credentialId)) return false;
  sessionStorage.setItem(key, JSON.stringify(ids.filter((id) => id !== credentialId)));
  return true;
}

/** True once a credential that named somebody else counts for the person who waited for it here. */
export function useBecameOwn(credential: CredentialOutput | null): boolean {
  const id = credential?.id ?? '';
  const counts = credential?.counts ?? false;
  const wasForeign = useRef(credential?.verdict === 'valid' && !counts);
  const [became, setBecame] = useState(false);
  useEffect(() => {
    if (!counts) return;
    if (takeAwaited(id) || wasForeign.current) setBecame(true);
  }, [id, counts]);
  return became;
}
