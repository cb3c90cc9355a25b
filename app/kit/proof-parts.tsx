/** Marks, verdicts, evidence, skills, plates, checks, wallet rows. */
import { useTranslations } from 'next-intl';
import { Section } from '#app/ui/base/section.tsx';
import { CheckCounts, CheckList, CheckStrip } from '#app/ui/proof/check-list.tsx';
import { CredentialRow } from '#app/ui/proof/credential-row.tsx';
import { Mark, type MarkKind } from '#app/ui/proof/mark.tsx';
import { RawDocument } from '#app/ui/proof/raw-document.tsx';
import { Signed } from '#app/ui/proof/signed.tsx';
import { SkillChips } from '#app/ui/proof/skill-chip.tsx';
import { Tier } from '#app/ui/proof/tier.tsx';
import { StatedVerdict, Verdict } from '#app/ui/proof/verdict.tsx';
import { VerdictPlate } from '#app/ui/proof/verdict-plate.tsx';
import { sampleChecks, sampleDocument } from './samples.ts';

const pairs = [
  ['valid', 'yes', 'validIs'],
  ['valid', 'no', 'foreignIs'],
  ['unknown', 'yes', 'unknownIs'],
  ['invalid', 'yes', 'invalidIs'],
] as const;
const resultKinds: MarkKind[] = ['pass', 'fail', 'unknown', 'na', 'met', 'partly', 'unmet'];

export function Verdicts() {
  const t = useTranslations('kit');
  const line = 'grid grid-cols-[9.5rem_minmax(0,1fr)] gap-2 items-center';
  return (
    <Section title={t('verdicts')}>
      <ul className="stack-2">
        {pairs.map(([verdict, bound, key]) => (
          <li key={key} className={line}>
            <Verdict verdict={verdict} bound={bound} size="m" />
            <span className="t13 soft">{t(key)}</span>
          </li>
        ))}
        <li className={line}>
          <StatedVerdict />
          <span className="t13 soft">{t('statedIs')}</span>
        </li>
      </ul>
    </Section>
  );
}

export function Results() {
  const t = useTranslations();
  return (
    <Section title={t('kit.results')}>
      <ul className="stack-2">
        {resultKinds.map((kind) => (
          <li key={kind} className="row sm">
            <Mark kind={kind} />
            {t(`ui.mark.${kind}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Evidence() {
  const t = useTranslations('kit');
  return (
    <Section title={t('evidence')}>
      <ul className="stack-2">
        {[0, 1, 2, 3, 4, 5].map((level) => (
          <li key={level} className="row between">
            <Tier level={level} />
            <Tier level={level} short />
          </li>
        ))}
      </ul>
      <p className="t13 soft">{t('evidenceNote')}</p>
    </Section>
  );
}

export function Skills() {
  const t = useTranslations('kit');
  return (
    <Section title={t('skills')}>
      <SkillChips
        skills={[
          { label: 'Machine learning', state: 'proven', level: 3, href: '#proof' },
          { label: 'Git', state: 'proven', level: null },
          { label: 'Time series', state: 'unknown' },
          { label: 'Kubernetes', state: 'lapsed' },
          { label: 'Beekeeping', state: 'stated' },
          { label: 'Forecasting', state: 'suggestion' },
        ]}
      />
      <p className="t13 soft">{t('skillsNote')}</p>
    </Section>
  );
}

export function Plates() {
  const t = useTranslations('kit');
  return (
    <Section title={t('plates')} gap={4}>
      <div className="grid gap-4 fold:grid-cols-2">
        <VerdictPlate verdict="valid" bound="yes" heading="p">
          {t('plateValid')}
        </VerdictPlate>
        <VerdictPlate verdict="valid" bound="no" heading="p">
          {t('plateForeign')}
        </VerdictPlate>
        <VerdictPlate verdict="unknown" bound="yes" heading="p" title={t('plateUnknownTitle')}>
          {t('plateUnknown')}
        </VerdictPlate>
        <VerdictPlate verdict="invalid" bound="yes" heading="p" title={t('plateInvalidTitle')}>
          {t('plateInvalid')}
        </VerdictPlate>
        <VerdictPlate verdict="valid" bound="not-asked" heading="p">
          {t('plateGenuine')}
        </VerdictPlate>
      </div>
    </Section>
  );
}

export function Checks() {
  const t = useTranslations('kit');
  return (
    <Section title={t('checks')} aside={<CheckCounts checks={sampleChecks} />}>
      <CheckList checks={sampleChecks} />
      <p className="t13 quiet row">
        <CheckStrip checks={sampleChecks} /> {t('checksNote')}
      </p>
    </Section>
  );
}

export function Rows() {
  const t = useTranslations('kit');
  const quillon = { issuerHost: 'quillon.example', recognised: true };
  const unrecognised = (name: string) => ({ name, claimedName: name, recognised: false });
  return (
    <Section title={t('rows')}>
      <ul>
        <CredentialRow
          href="#proof"
          title="Relational Data, Examined"
          signed
          issuer={{ name: 'Quillon Data Guild', claimedName: 'Quillon', recognised: true }}
          kind="certificate"
          verdict="valid"
          bound="yes"
          date="ends 22 Dec 2026"
          soon
          tier={3}
          picture={quillon}
          skills={[
            { label: 'SQL', state: 'proven', level: 3 },
            { label: 'Data modelling', state: 'proven', level: 2 },
          ]}
        />
        <CredentialRow
          href="#proof"
          title="Container Operations I"
          signed
          issuer={unrecognised('Certify-4-All Online')}
          kind="badge"
          verdict="invalid"
          bound="yes"
          code="revoked"
          date="3 Nov 2026"
          tier={1}
          picture={{ issuerHost: 'certify4all.example', recognised: false }}
          skills={[{ label: 'Kubernetes', state: 'lapsed' }]}
        >
          <b>The issuer withdrew it on 3 Nov 2026.</b> Only they can restore it.
        </CredentialRow>
        <CredentialRow
          href="#proof"
          title="Leadership Champion 2024.png"
          signed={false}
          issuer={unrecognised('Global Excellence Board')}
          kind="picture"
          verdict="invalid"
          bound="not-asked"
          code="missing-proof"
          picture={{ issuerHost: null, recognised: false }}
          skills={[]}
        />
      </ul>
    </Section>
  );
}

export function Voices() {
  const t = useTranslations('kit');
  return (
    <Section title={t('voices')} gap={4}>
      <p>
        {t('voiceSans')} <Signed when>{t('voiceSerif')}</Signed>{' '}
        <span className="mono">{t('voiceMono')}</span>
      </p>
      <RawDocument text={sampleDocument}>{t('raw')}</RawDocument>
    </Section>
  );
}
