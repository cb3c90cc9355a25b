import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';

/** The page that says who vouches for an issuer. */
export function issuerPath(id: string): string {
  return `/issuer?id=${encodeURIComponent(id)}`;
}

/**
 * An issuer by the name that a registry knows it by; what it calls itself stands in grey, marked as such, and an
 * unrecognised one is called so (V5). `href` leads to its page; `claimOnly` leaves the name itself out; `inSentence`
 * words it for the middle of a sentence.
 */
export function IssuerName({
  name,
  claimedName,
  recognised,
  href,
  claimOnly = false,
  inSentence = false,
}: {
  name: string;
  claimedName: string | null;
  recognised: boolean;
  href?: string | undefined;
  claimOnly?: boolean;
  inSentence?: boolean;
}) {
  const t = useTranslations('ui.issuer');
  const claim = (claimed: string) => (
    <span className="quiet">{t.rich('claims', { name: () => <bdi>{claimed}</bdi> })}</span>
  );
  const link = (words: React.ReactNode) =>
    href === undefined ? words : <AppLink href={href}>{words}</AppLink>;
  if (!recognised) {
    const claimed = claimedName ?? name;
    if (claimOnly) return claim(claimed);
    return t.rich(inSentence ? 'unrecognisedIn' : 'unrecognised', {
      link: (words) => link(words),
      claim: (words) => <span className="quiet">{words}</span>,
      name: () => <bdi>{claimed}</bdi>,
    });
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
