import { useTranslations } from 'next-intl';
import type { RankedRowOutput } from '#server/matching/schemas.ts';

/** Where the words of a search were found, with what stands around them. */
export function HitLines({ hits }: { hits: RankedRowOutput['hits'] }) {
  const t = useTranslations('hire.search');
  if (hits.length === 0) return null;
  return (
    <span className="hits">
      {hits.map(({ source, pieces }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same place may be named twice, and the order is all there is
        <span key={`${source}-${at}`}>
          <span className="quiet">{t(`source.${source}`)}</span>{' '}
          <bdi>
            {pieces.map((piece, index) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
              piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
            )}
          </bdi>
        </span>
      ))}
    </span>
  );
}
