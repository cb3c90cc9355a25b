import { redirect } from 'next/navigation';
import { currentPerson } from '#server/api/caller.ts';

type KeepProps = { searchParams: Promise<{ url?: string | string[] }> };

const isLink = (text: string) => /^https?:\/\/\S{1,2000}$/i.test(text);

/**
 * On the way from a check to the wallet, past the sign-in page where somebody has to sign in first. A link goes along in
 * the address and only fills the field there: what a foreign page links to is never added by itself.
 */
export default async function KeepPage({ searchParams }: KeepProps) {
  const { url } = await searchParams;
  const to =
    typeof url === 'string' && isLink(url)
      ? `/wallet/import?link=${encodeURIComponent(url)}`
      : '/wallet/import';
  if ((await currentPerson()) !== null) redirect(to);
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(to)}`);
}
