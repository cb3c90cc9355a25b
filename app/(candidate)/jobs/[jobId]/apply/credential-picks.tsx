'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { hasSignedWords, useStandingDate } from '#app/(candidate)/credential-words.ts';
import { Button } from '#app/ui/base/button.tsx';
import { usePointsFormat } from '#app/ui/coverage/points.tsx';
import { IssuerName } from '#app/ui/proof/issuer-name.tsx';
import { Signed } from '#app/ui/proof/signed.tsx';
import { Tier } from '#app/ui/proof/tier.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import type { PreviewOutput } from '#server/applications/schemas.ts';
import styles from './apply.module.css';

type Tickable = PreviewOutput['credentials'][number];

const fewOthers = 3;

/** What a credential brings here, in tenths of a point: where it is the best proof among all the person has. */
function worthOf(id: string, everything: PreviewOutput['everything']): { now: number; later: number } {
  if (everything.kind === 'no-score') return { now: 0, later: 0 };
  const own = everything.parts.filter((part) => part.proof?.credentialId === id);
  return {
    now: own.reduce((sum, part) => sum + part.pointsTenths, 0),
    later: own.reduce((sum, part) => sum + part.unknownTenths, 0),
  };
}

function Worth({
  credential,
  everything,
}: {
  credential: Tickable;
  everything: PreviewOutput['everything'];
}) {
  const t = useTranslations('candidate.apply');
  const show = usePointsFormat();
  const { now, later } = worthOf(credential.id, everything);
  const covers = credential.covers.join(', ');
  const b = (words: ReactNode) => <b>{words}</b>;
  if (later > 0) return t.rich('pointsLater', { points: show(now), later: show(later), covers, b });
  if (now > 0) return t.rich('points', { points: show(now), covers, b });
  if (credential.verdict === 'invalid') return `${t('noPoints')}. ${t('doesNotStand')}`;
  return covers === '' ? t('noPoints') : t.rich('noPointsCovers', { covers, b });
}

function Pick({
  credential,
  everything,
  checked,
  onToggle,
}: {
  credential: Tickable;
  everything: PreviewOutput['everything'];
  checked: boolean;
  onToggle: () => void;
}) {
  const standingDate = useStandingDate();
  const { date, soon } = standingDate(credential);
  const { id, title, verdict, bound, code, issuer, tier } = credential;
  return (
    <li className={styles.pick}>
      <label className="check">
        <input type="checkbox" checked={checked} aria-describedby={`worth-${id}`} onChange={onToggle} />
        <span>
          <b>{hasSignedWords(credential) ? <Signed when>{title}</Signed> : <bdi>{title}</bdi>}</b>
          <span className="t13 soft block">
            <IssuerName name={issuer.name} claimedName={issuer.claimedName} recognised={issuer.recognised} />
          </span>
        </span>
      </label>
      <div className={styles.meta}>
        <Verdict verdict={verdict} bound={bound} code={code} />
        {date !== undefined && <span className={soon ? 't13 soon' : 't13 quiet'}>{date}</span>}
        <Tier level={tier.level} short />
      </div>
      <p className={`t13 ${styles.why}`} id={`worth-${id}`}>
        <Worth credential={credential} everything={everything} />
      </p>
    </li>
  );
}

/** What may go along: first what proves something asked, then the rest. */
export function CredentialPicks({
  credentials,
  everything,
  ticked,
  onToggle,
}: {
  credentials: readonly Tickable[];
  everything: PreviewOutput['everything'];
  ticked: readonly string[];
  onToggle: (id: string) => void;
}) {
  const t = useTranslations('candidate.apply');
  const [all, setAll] = useState(false);
  const worth = (id: string) => worthOf(id, everything);
  const asked = credentials
    .filter((credential) => credential.proposed || credential.covers.length > 0)
    .sort((a, b) => worth(b.id).now - worth(a.id).now || worth(b.id).later - worth(a.id).later);
  const other = credentials.filter((credential) => !asked.includes(credential));
  const shown = all ? other : other.filter((entry, index) => index < fewOthers || ticked.includes(entry.id));
  const hidden = other.length - shown.length;
  const list = (entries: readonly Tickable[]) => (
    <ul>
      {entries.map((credential) => (
        <Pick
          key={credential.id}
          credential={credential}
          everything={everything}
          checked={ticked.includes(credential.id)}
          onToggle={() => onToggle(credential.id)}
        />
      ))}
    </ul>
  );
  return (
    <>
      {asked.length > 0 && (
        <>
          <h3 className={styles.group}>{t('asked')}</h3>
          {list(asked)}
        </>
      )}
      {other.length > 0 && (
        <>
          <h3 className={styles.group}>{t('other')}</h3>
          {list(shown)}
        </>
      )}
      {hidden > 0 && (
        <Button size="sm" bare onClick={() => setAll(true)}>
          {t('otherMore', { count: hidden })}
        </Button>
      )}
    </>
  );
}
