import { useNow, useTranslations } from 'next-intl';
import { issuerHost } from '#app/(candidate)/credential-words.ts';
import { AsOf } from '#app/ui/base/as-of.tsx';
import { Breadcrumb } from '#app/ui/base/breadcrumb.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { AnchorLines } from '#app/ui/proof/anchor-lines.tsx';
import { BadgePicture } from '#app/ui/proof/badge-picture.tsx';
import { CheckCounts, CheckList } from '#app/ui/proof/check-list.tsx';
import { IssuerName, issuerPath } from '#app/ui/proof/issuer-name.tsx';
import { PartTree } from '#app/ui/proof/part-tree.tsx';
import { Resembles } from '#app/ui/proof/resembles.tsx';
import { Signed } from '#app/ui/proof/signed.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';
import { EarlierChecks } from './earlier-checks.tsx';
import { PrintHead } from './print-head.tsx';
import { ProofPlate } from './proof-plate.tsx';
import { ProofSide } from './proof-side.tsx';
import { RawPart } from './raw-part.tsx';
import { SkillsRead } from './skills-read.tsx';
import { WhatIsSaid } from './what-is-said.tsx';

/** True when the document's words may stand as the issuer's own: signed, and the proof check passed. */
function wordsProven(proof: ProofOutput): boolean {
  return proof.signed && proof.checks.some((check) => check.name === 'proof' && check.result === 'pass');
}

function Head({ proof, proven }: { proof: ProofOutput; proven: boolean }) {
  const t = useTranslations('proof');
  const { id, name, claimedName, recognised } = proof.issuer;
  const href = id === null ? undefined : issuerPath(id);
  const issuer = () => (
    <IssuerName inSentence name={name} claimedName={claimedName} recognised={recognised} href={href} />
  );
  return (
    <div className="row top flex-nowrap gap-5">
      <div className="flex-1 stack-1 min-w-0">
        <h1 className="text-2xl">
          <Signed when={proven}>{proof.title}</Signed>
        </h1>
        <p className="soft">
          {proof.holderName === null || proof.bound !== 'yes'
            ? t.rich('issuedBy', { issuer })
            : t.rich('issuedTo', { issuer, holder: () => <bdi>{proof.holderName}</bdi> })}
        </p>
        {proof.trust !== null && <Resembles trust={proof.trust} />}
      </div>
      <BadgePicture
        size="l"
        kind={proof.kind}
        title={proof.title}
        issuerHost={issuerHost(proof.issuer.id)}
        recognised={proof.issuer.recognised}
      />
    </div>
  );
}

/** Everything a credential rests on: verdict, eight checks, the issuer's words, skills, document, history. */
export function Proof({ proof, address }: { proof: ProofOutput; address: string }) {
  const t = useTranslations('proof');
  const now = useNow();
  const proven = wordsProven(proof);
  const lines = proof.checks.map((check) => ({
    ...check,
    at: check.at.toISOString(),
    source: [check.source, `${check.tookMs} ms`].filter(Boolean).join(' · '),
  }));
  return (
    <div className="wrap stack">
      <AsOf at={now} />
      {proof.viewer === 'holder' && (
        <Breadcrumb items={[{ label: t('crumbWallet'), href: '/wallet' }, { label: t('crumbHere') }]} />
      )}
      <div className="two">
        <div className="stack-6">
          <div className="stack">
            <Head proof={proof} proven={proven} />
            <ProofPlate proof={proof} />
            <PrintHead proof={proof} address={address} />
          </div>
          <Section title={t('checks')} aside={<CheckCounts checks={proof.checks} />}>
            <CheckList checks={lines} />
            {proof.anchor !== null && <AnchorLines anchor={proof.anchor} />}
            <p className="t13 quiet">
              {t('checksNote')} {t('took', { ms: proof.tookMs })}
            </p>
          </Section>
          <PartTree whole={proof} parts={proof.parts} />
          <WhatIsSaid proof={proof} proven={proven} />
          <SkillsRead proof={proof} />
          <RawPart proof={proof} />
          <EarlierChecks proof={proof} />
        </div>
        <ProofSide proof={proof} address={address} />
      </div>
    </div>
  );
}
