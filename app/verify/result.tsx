'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { chipOf } from '#app/(candidate)/credential-words.ts';
import { useFormatName } from '#app/proof/[candidateId]/[credentialId]/use-format-name.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { AnchorLines } from '#app/ui/proof/anchor-lines.tsx';
import { CheckCounts, CheckList } from '#app/ui/proof/check-list.tsx';
import { IssuerName, issuerPath } from '#app/ui/proof/issuer-name.tsx';
import { PartTree } from '#app/ui/proof/part-tree.tsx';
import { Resembles } from '#app/ui/proof/resembles.tsx';
import { Signed } from '#app/ui/proof/signed.tsx';
import { SkillChips } from '#app/ui/proof/skill-chip.tsx';
import { standingOf } from '#app/ui/proof/standing.ts';
import { Tier } from '#app/ui/proof/tier.tsx';
import { VerdictPlate } from '#app/ui/proof/verdict-plate.tsx';
import type { ReportOutput } from '#server/credentials/schemas.ts';
import { ResultActions } from './result-actions.tsx';
import type { Answer } from './use-check.ts';

function useHeadline(report: ReportOutput): string {
  const t = useTranslations('verify.headline');
  const reasons = useTranslations('proof.reason');
  const { code, stage } = report;
  const known = [`${code}-${stage}`, `${code}`].find((name) => reasons.has(`${name}.short`));
  const short = reasons(`${known ?? 'other'}.short`);
  return t(standingOf(report.verdict, report.bound), { short });
}

/** The page's news comes first in its title, and goes away with the result. */
function useNews(headline: string): void {
  const t = useTranslations('verify');
  useEffect(() => {
    const before = document.title;
    document.title = t('resultTitle', { headline, page: before });
    return () => {
      document.title = before;
    };
  }, [headline, t]);
}

/** Several credentials in one file have no title, issuer or tier of their own. */
function WhatArchive({ report }: { report: ReportOutput }) {
  const t = useTranslations('verify');
  return (
    <div>
      <p className="strong text-lg">{t('archive', { count: report.parts.length })}</p>
      <p className="sm soft">{t('archiveFacts')}</p>
    </div>
  );
}

function What({ report }: { report: ReportOutput }) {
  const t = useTranslations('verify');
  const format = useFormatter();
  const formatName = useFormatName();
  const day = (date: Date | null) =>
    date === null ? 'none' : format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric' });
  const proof = report.checks.find((line) => line.name === 'proof');
  const proven = report.signed && proof?.result === 'pass';
  return (
    <div>
      <p className="strong text-lg">
        {report.title === null ? t('untitled') : <Signed when={proven}>{report.title}</Signed>}
      </p>
      <p className="sm soft">
        {t('facts', {
          format: formatName(report.format),
          issued: day(report.issuedAt),
          ends: day(report.validUntil),
        })}
      </p>
      <Issuer report={report} />
      {report.page !== null && (
        <p className="sm">
          <AppLink href={report.page.url}>{t('openPage', { platform: report.page.platform })}</AppLink>
        </p>
      )}
      {report.title !== null && <Tier level={report.tier.level} />}
    </div>
  );
}

function Issuer({ report: { trust } }: { report: ReportOutput }) {
  const t = useTranslations('verify');
  if (trust === null) return <p className="sm soft">{t('issuerUnknown')}</p>;
  const { id, name, claimedName, recognised, registry, host } = trust;
  return (
    <>
      <p className="sm soft">
        <IssuerName
          name={name ?? host ?? id}
          claimedName={claimedName}
          recognised={recognised}
          href={issuerPath(id)}
        />
        {registry !== null && <span className="quiet"> · {t('recognisedBy', { registry })}</span>}
      </p>
      <Resembles trust={trust} />
    </>
  );
}

function Skills({ report }: { report: ReportOutput }) {
  const t = useTranslations('verify');
  const named = report.skills.filter((skill) => skill.source === 'alignment');
  if (named.length === 0) return null;
  const standing = standingOf(report.verdict, report.bound);
  const chips = standing === 'valid' ? named.flatMap((skill) => chipOf(skill, report) ?? []) : [];
  return (
    <Section title={t('names')}>
      {chips.length > 0 ? (
        <SkillChips skills={chips} />
      ) : (
        <>
          <ul className="row chips">
            {named.map((skill) => (
              <li key={skill.label} className="tag">
                {skill.label}
              </li>
            ))}
          </ul>
          <p className="t13 quiet">{t(`namesHelp.${standing}`)}</p>
        </>
      )}
    </Section>
  );
}

const alone = { verdict: 'valid', bound: 'not-asked' } as const;

/** The verdict first, then what it is about, then the eight lines. */
export function Result({ answer }: { answer: Answer }) {
  const t = useTranslations('verify');
  const { report } = answer;
  const headline = useHeadline(report);
  useNews(headline);
  const isArchive = report.format === 'archive';
  const standing = standingOf(report.verdict, report.bound);
  const body =
    standing === 'unknown' || standing === 'invalid'
      ? [report.sentence, report.hint].filter(Boolean).join(' ')
      : t(`body.${standing}`);
  const lines = report.checks.map((check) => ({ ...check, at: check.at.toISOString() }));
  return (
    <section className="stack" aria-label={headline}>
      <VerdictPlate verdict={report.verdict} bound={report.bound} title={headline}>
        <p>{body}</p>
      </VerdictPlate>
      {isArchive ? <WhatArchive report={report} /> : <What report={report} />}
      <div className="stack-2">
        <CheckCounts checks={report.checks} />
        <CheckList checks={lines} />
        {report.anchor !== null && <AnchorLines anchor={report.anchor} />}
      </div>
      {/* Credentials in one file do not depend on each other, as those of a record do on the whole. */}
      <PartTree whole={isArchive ? alone : report} parts={report.parts} />
      <Skills report={report} />
      <div className="row between">
        <ResultActions answer={answer} />
        <span className="t13 quiet">
          {t.rich('checkedAt', {
            at: () => <Moment at={answer.at} seconds />,
            seconds: answer.seconds.toFixed(1),
          })}
        </span>
      </div>
    </section>
  );
}
