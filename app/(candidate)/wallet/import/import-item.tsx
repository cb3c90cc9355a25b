'use client';

import { PackageOpen, RotateCcw } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Signed } from '#app/ui/proof/signed.tsx';
import { SkillChips } from '#app/ui/proof/skill-chip.tsx';
import { standingOf, verdictWordKey } from '#app/ui/proof/standing.ts';
import { Tier } from '#app/ui/proof/tier.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import type { CredentialOutput, ImportItemOutput } from '#server/credentials/schemas.ts';
import { chipsOf, hasSignedWords, proofPath, useReason } from '../../credential-words.ts';
import { ForeignItem } from './foreign-item.tsx';
import styles from './import.module.css';
import { ItemFrame, Refusal, Stages } from './item-frame.tsx';
import { NowYours } from './now-yours.tsx';
import { useBecameOwn } from './use-became-own.ts';

function Title({ credential }: { credential: CredentialOutput }) {
  return (
    <AppLink href={proofPath(credential)}>
      <Signed when={hasSignedWords(credential)}>{credential.title}</Signed>
    </AppLink>
  );
}

function Counting({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('candidate.import');
  const proven = credential.skills.filter((skill) => skill.state === 'proven').length;
  return (
    <>
      <p className="sm">
        {t.rich('added', { a: () => <Title credential={credential} /> })} {t('proves', { count: proven })}{' '}
        <Tier level={credential.tier.level} />
      </p>
      {credential.skills.length > 0 && <SkillChips skills={chipsOf(credential)} />}
    </>
  );
}

function NotCounting({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('candidate.import');
  const reason = useReason()(credential);
  if (reason === null) return null;
  return (
    <Refusal
      sentence={reason.what}
      hint={
        <>
          {credential.page !== null && (
            <>
              <AppLink href={credential.page.url}>
                {t('openPage', { platform: credential.page.platform })}
              </AppLink>{' '}
            </>
          )}
          {reason.help}{' '}
          {t('addedNotCounting', { kind: credential.page === null ? credential.verdict : 'invalid' })}{' '}
          <Title credential={credential} />
        </>
      }
      code={credential.code}
    />
  );
}

function Duplicate({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('candidate.import');
  const verdicts = useTranslations('ui.verdict');
  const format = useFormatter();
  const verdict = verdicts(verdictWordKey(standingOf(credential.verdict, credential.bound), credential.code));
  const date = format.dateTime(credential.receivedAt, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <p className="sm soft">
      {t.rich('alreadyHere', {
        date,
        verdict,
        a: (words) => <AppLink href={proofPath(credential)}>{words}</AppLink>,
      })}
    </p>
  );
}

function Standing({ item }: { item: ImportItemOutput }) {
  const t = useTranslations('candidate.import');
  const { credential, state } = item;
  if (state === 'refused') return <Verdict verdict="invalid" bound="not-asked" word={t('refused')} />;
  if (item.unpacked !== null) {
    return (
      <span className="verd">
        <PackageOpen className="ic" aria-hidden />
        {t('unpacked')}
      </span>
    );
  }
  if (credential === null) return <span className="verd">{t('underWay')}</span>;
  if (item.duplicate) {
    return (
      <span className="verd">
        <RotateCcw className="ic" aria-hidden />
        {t('already')}
      </span>
    );
  }
  return <Verdict verdict={credential.verdict} bound={credential.bound} code={credential.code} />;
}

function Result({ item, becameOwn }: { item: ImportItemOutput; becameOwn: boolean }) {
  const t = useTranslations('candidate.import');
  const { state, credential, code, sentence, hint, duplicate } = item;
  if (state === 'refused') return <Refusal sentence={sentence} hint={hint} code={code} />;
  if (state !== 'done') return <Stages name={item.name} now={state} />;
  if (item.unpacked !== null) return <p className="sm soft">{t('unpackedHelp', { count: item.unpacked })}</p>;
  if (credential === null) return null;
  if (becameOwn) {
    return (
      <>
        <NowYours credential={credential} />
        <Counting credential={credential} />
      </>
    );
  }
  if (duplicate) return <Duplicate credential={credential} />;
  if (credential.counts) return <Counting credential={credential} />;
  if (credential.verdict === 'valid') return <ForeignItem credential={credential} />;
  return <NotCounting credential={credential} />;
}

/** One item of an import: its stage while it is under way, then what became of it and what helps. */
export function ImportItem({ item, onDismiss }: { item: ImportItemOutput; onDismiss: () => void }) {
  const finished = item.state === 'done' || item.state === 'refused';
  const becameOwn = useBecameOwn(item.credential);
  return (
    <ItemFrame
      source={item.source}
      name={item.name}
      size={item.size}
      state={
        becameOwn ? (
          <span className={styles.filled}>
            <Standing item={item} />
          </span>
        ) : (
          <Standing item={item} />
        )
      }
      onDismiss={finished ? onDismiss : undefined}
    >
      <Result item={item} becameOwn={becameOwn} />
    </ItemFrame>
  );
}
