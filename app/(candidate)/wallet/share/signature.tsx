import { useTranslations } from 'next-intl';
import styles from './share.module.css';
import { ShareTarget } from './share-target.tsx';
import { type SharedBadge, type SignatureLines, signatureHtml, signatureText } from './share-targets.ts';

/** A mail signature, shown as it will look and copied as formatted and as plain text. */
export function Signature({ lines, badge }: { lines: SignatureLines; badge: SharedBadge | null }) {
  const t = useTranslations('share.signature');
  return (
    <ShareTarget
      title={t('title')}
      help={t(badge === null ? 'helpPage' : 'help')}
      text={signatureText(lines)}
      html={signatureHtml(lines, badge)}
    >
      <div className={styles.signature}>
        <p>
          <b>
            <bdi>{lines.name}</bdi>
          </b>
        </p>
        {lines.about !== '' && (
          <p>
            <bdi>{lines.about}</bdi>
          </p>
        )}
        <p>
          <a href={lines.address}>{lines.check}</a>
        </p>
        {badge !== null && (
          // biome-ignore lint/performance/noImgElement: the picture is shown as other people's pages show it
          <img src={badge.card} width={320} height={64} alt={`${badge.title}, ${badge.issuer}`} />
        )}
      </div>
    </ShareTarget>
  );
}
