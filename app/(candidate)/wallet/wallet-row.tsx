'use client';

import { CredentialRow } from '#app/ui/proof/credential-row.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { useCredentialRow, useReason } from '../credential-words.ts';
import { Proposals } from './proposals.tsx';
import { RowMenu } from './row-menu.tsx';
import { RowRemedy } from './row-remedy.tsx';

/** One credential: where it stands, why it does not count and the one thing that helps, what else can be done. */
export function WalletRow({ credential }: { credential: CredentialOutput }) {
  const row = useCredentialRow();
  const reason = useReason()(credential);
  return (
    <CredentialRow {...row(credential)}>
      <div className="row between top flex-nowrap gap-4">
        <div className="stack-1 min-w-0">
          {reason !== null && (
            <p>
              <b>{reason.what}</b> {reason.help} <RowRemedy credential={credential} reason={reason.key} />
            </p>
          )}
          <Proposals credential={credential} />
        </div>
        <RowMenu credential={credential} />
      </div>
    </CredentialRow>
  );
}
