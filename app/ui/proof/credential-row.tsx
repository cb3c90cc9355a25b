import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { BadgePicture, type BadgePictureData } from './badge-picture.tsx';
import { IssuerName } from './issuer-name.tsx';
import type { Bound, CredentialKind, Verdict as VerdictName } from './shapes.ts';
import { Signed } from './signed.tsx';
import { type SkillChipData, SkillChips } from './skill-chip.tsx';
import { Tier } from './tier.tsx';
import { Verdict } from './verdict.tsx';

export type CredentialRowData = {
  href: string;
  title: string;
  /** The title is among the words covered by a signature that was checked and fits. */
  signed: boolean;
  issuer: { name: string; claimedName: string | null; recognised: boolean };
  kind: CredentialKind | 'picture';
  verdict: VerdictName;
  bound: Bound;
  code?: string | null | undefined;
  /** "until 12 Jan 2027", "since 20 Nov 2026". */
  date?: string | undefined;
  /** The date is near: shown in the colour of "ends soon". */
  soon?: boolean | undefined;
  tier?: number | null | undefined;
  picture: Omit<BadgePictureData, 'title' | 'kind'>;
  skills: readonly SkillChipData[];
};

/**
 * One credential in a wallet; `children` say what is wrong and the one thing that helps. A `sample` is nobody's, and
 * says so on its face.
 */
export function CredentialRow({
  children,
  sample = false,
  ...data
}: CredentialRowData & { sample?: boolean; children?: ReactNode }) {
  const t = useTranslations('ui.kind');
  const lapsed = data.verdict === 'invalid';
  return (
    <li className={['cred', lapsed && 'dim', sample && 'sample'].filter(Boolean).join(' ')}>
      <BadgePicture title={data.title} kind={data.kind} {...data.picture} />
      <div>
        <p className="ttl">
          <AppLink href={data.href}>
            {data.signed ? <Signed when>{data.title}</Signed> : <bdi>{data.title}</bdi>}
          </AppLink>
          {sample && <span className="tag">{t('sample')}</span>}
        </p>
        <p className="sm soft">
          <IssuerName {...data.issuer} /> <span className="quiet">· {t(data.kind)}</span>
        </p>
      </div>
      <div className="stand">
        <Verdict verdict={data.verdict} bound={data.bound} code={data.code} />
        {data.date !== undefined && <span className={data.soon ? 't13 soon' : 't13 quiet'}>{data.date}</span>}
        {data.tier !== undefined && data.tier !== null && <Tier level={data.tier} />}
      </div>
      {(data.skills.length > 0 || children !== undefined) && (
        <div className="sk">
          {data.skills.length > 0 && <SkillChips skills={data.skills} />}
          {children !== undefined && <div className="t13 soft">{children}</div>}
        </div>
      )}
    </li>
  );
}
