import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { IssuerName, issuerPath } from '#app/ui/proof/issuer-name.tsx';
import { Mark } from '#app/ui/proof/mark.tsx';
import type { CredentialKind } from '#app/ui/proof/shapes.ts';
import { Signed } from '#app/ui/proof/signed.tsx';
import { Tier } from '#app/ui/proof/tier.tsx';
import { usePointsFormat } from './points.tsx';
import { pointsOnShow } from './round-points.ts';
import type { Coverage, CoveragePart } from './shapes.ts';

/** What a requirement rests on: the credential that carries its points. */
export type ProofOfRequirement = {
  title: string;
  href: string;
  /** Badge, certificate or portfolio, said at every link to a proof (C6). */
  kind: CredentialKind;
  /** The title is covered by a checked signature. */
  signed: boolean;
  issuer: { id: string | null; name: string; recognised: boolean };
  tier: number;
  /** ISO end; null for none. Left out when the credential cannot be checked now. */
  until?: string | null | undefined;
};

export type RequirementReason = { why: ReactNode; proof?: ProofOfRequirement | undefined };

function Rests({ proof }: { proof: ProofOfRequirement }) {
  const t = useTranslations('ui.coverage');
  const kind = useTranslations('ui.kind');
  return (
    <>
      {' '}
      <AppLink href={proof.href}>
        {proof.signed ? <Signed when>{proof.title}</Signed> : <bdi>{proof.title}</bdi>}
      </AppLink>
      ,{' '}
      <IssuerName
        inSentence
        name={proof.issuer.name}
        claimedName={null}
        recognised={proof.issuer.recognised}
        href={proof.issuer.id === null ? undefined : issuerPath(proof.issuer.id)}
      />{' '}
      <span className="quiet">· {kind(proof.kind)}</span> <Tier level={proof.tier} short />
      {proof.until === null && <span className="quiet nowrap"> {t('noEnd')}</span>}
      {typeof proof.until === 'string' && (
        <span className="quiet nowrap">
          {' '}
          {t.rich('untilDay', { day: () => <Day at={proof.until ?? ''} /> })}
        </span>
      )}
    </>
  );
}

function Requirement({
  part,
  points,
  of,
  reason,
}: {
  part: CoveragePart;
  points: string;
  of: string;
  reason: RequirementReason | undefined;
}) {
  const t = useTranslations('ui');
  return (
    <li>
      <Mark kind={part.status} label={t(`mark.${part.status}`)} />
      <div>
        <span className="strong">{part.label}</span>{' '}
        {part.must && <span className="must">{t('coverage.must')}</span>}
      </div>
      <span className="pts num">
        <b>{points}</b> <span className="quiet">{t('coverage.of', { points: of })}</span>
      </span>
      {reason !== undefined && (
        <div className="why">
          {reason.why}
          {reason.proof !== undefined && <Rests proof={reason.proof} />}
        </div>
      )}
    </li>
  );
}

/**
 * The explanation of a coverage: per requirement mark, name, must, points of points, why, and the credential it
 * rests on. The points shown add up to the total shown. `reasons` by requirement id.
 */
export function RequirementList({
  coverage,
  reasons,
}: {
  coverage: Coverage;
  reasons: Readonly<Record<string, RequirementReason>>;
}) {
  const t = useTranslations('ui.coverage');
  const show = usePointsFormat();
  if (coverage.kind === 'no-score') return <p className="soft">{t('noScoreWhy')}</p>;
  const numbers = pointsOnShow(coverage);
  return (
    <ol className="reqs">
      {coverage.parts.map((part, index) => (
        <Requirement
          key={part.requirementId}
          part={part}
          points={show(numbers.parts[index] ?? 0)}
          of={show(numbers.ofs[index] ?? 0)}
          reason={reasons[part.requirementId]}
        />
      ))}
    </ol>
  );
}
