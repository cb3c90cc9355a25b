'use client';

import { CredentialRow } from '#app/ui/proof/credential-row.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { useCredentialRow, useReason } from '../credential-words.ts';
import { hasProposals, Proposals } from './proposals.tsx';
import { RowMenu } from './row-menu.tsx';
import { RemedyButton, RemedyLink } from './row-remedy.tsx';
import styles from './wallet-row.module.css';

/** One credential: where it stands, why it does not count and the one thing that helps, what else can be done. */
export function WalletRow({ credential }: { credential: CredentialOutput }) {
  const row = useCredentialRow()(credential);
  const reason = useReason()(credential);
  // What waits for a decision stands with its buttons below, not among the chips.
  const undecided = hasProposals(credential);
  const skills = undecided ? row.skills.filter((skill) => skill.state !== 'suggestion') : row.skills;
  return (
    <CredentialRow {...row} skills={skills}>
      <div className={styles.more}>
        <div className="stack-1">
          {reason !== null && (
            <>
              <p>
                <b>{reason.what}</b> {reason.help} <RemedyLink credential={credential} reason={reason.key} />
              </p>
              <RemedyButton credential={credential} reason={reason.key} />
            </>
          )}
          {undecided && <Proposals credential={credential} />}
        </div>
        <div className={styles.menu}>
          <RowMenu credential={credential} />
        </div>
      </div>
    </CredentialRow>
  );
}
