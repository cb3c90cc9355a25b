/** The live card of a shared badge, `/cards/<candidate>/<credential>.svg`: asked for anew at each look. */
import { getFormatter, getTranslations } from 'next-intl/server';
import { drawBadgeCard, drawEmptyCard } from '#app/ui/proof/badge-card.ts';
import { standingOf, verdictWordKey } from '#app/ui/proof/standing.ts';
import { api } from '#server/api/caller.ts';
import { readRefusal } from '#server/api/refusal.ts';
import { type CardOutput, proofInput } from '#server/credentials/schemas.ts';

type Context = { params: Promise<{ candidateId: string; file: string }> };

export const dynamic = 'force-dynamic';

const headersOfCard = {
  'content-type': 'image/svg+xml; charset=utf-8',
  // Picture proxies ask again each time: a withdrawn badge must not live on in a cache.
  'cache-control': 'no-cache, max-age=0, must-revalidate',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
};

/** The card's data; null when it is not shared, or there is none. */
async function findCard(candidateId: string, file: string): Promise<CardOutput | null> {
  const credentialId = file.endsWith('.svg') ? file.slice(0, -4) : '';
  const input = proofInput.safeParse({ candidateId, credentialId });
  if (!input.success) return null;
  try {
    return await (await api()).credentials.card(input.data);
  } catch (error) {
    if (readRefusal(error)?.kind === 'not-found') return null;
    throw error;
  }
}

export async function GET(_request: Request, context: Context): Promise<Response> {
  const { candidateId, file } = await context.params;
  const [card, t, words, format] = await Promise.all([
    findCard(candidateId, file),
    getTranslations('share.card'),
    getTranslations('ui.verdict'),
    getFormatter(),
  ]);
  if (card === null) return new Response(drawEmptyCard(t('gone')), { status: 404, headers: headersOfCard });
  const { issuer, verdict, bound, code, at } = card;
  const standing = standingOf(verdict, bound);
  const date = format.dateTime(at, { day: 'numeric', month: 'short', year: 'numeric' });
  const word = words(verdictWordKey(standing, code));
  const says = t(standing === 'valid' || standing === 'foreign' ? standing : 'other', { word, date });
  const named = issuer.recognised
    ? issuer.name
    : t('unrecognised', { name: issuer.claimedName ?? issuer.name });
  return new Response(drawBadgeCard({ ...card, issuer: named, says }), { headers: headersOfCard });
}
