import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';

/** The page that says who vouches for an issuer. */
export function issuerPath(id: string): string {
  return `/issuer?id=${encodeURIComponent(id)}`;
}

/**
 * An issuer by the name that a registry knows it by; what it calls itself stands in grey, marked as such, and an
 * unrecognised one is called so (V5). `href` leads to its page; `claimOnly` leaves the name itself out.
 */
export function IssuerName({
  name,
  claimedName,
  recognised,
  href,
  claimOnly = false,
}: {
  name: string;
  claimedName: string | null;
  recognised: boolean;
  href?: string | undefined;
  claimOnly?: boolean;
}) {
  const t = useTranslations('ui.issuer');
  const claim = (claimed: string) => (
    <span className="quiet">{t.rich('claims', { name: () => <bdi>{claimed}</bdi> })}</span>
  );
  const link = (words: React.ReactNode) =>
    href === undefined ? words : <AppLink href={href}>{words}</AppLink>;
  if (!recognised) {
    return (
      <>
        {!claimOnly && <>{link(t('unrecognised'))}, </>}
        {claim(claimedName ?? name)}
      </>
    );
  }
  const differs = claimedName !== null && claimedName !== name;
  return (
    <>
      {!claimOnly && link(<bdi>{name}</bdi>)}
      {differs && !claimOnly && ' '}
      {differs && claim(claimedName)}
    </>
  );
}
