import { useFormatter, useTranslations } from 'next-intl';
import type { NoticeOutput } from '#server/notifications/schemas.ts';

type News = NoticeOutput['news'];

/** Names inside the sentence; each kind of news has some of them. */
function namesOf(news: News): Record<string, string> {
  const { kind: _kind, ...params } = news;
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** What hangs on a credential: "It carries 15 points in 2 open applications." */
function Stake({ news }: { news: News }) {
  const t = useTranslations('notices');
  if (!('tenths' in news) || news.tenths === 0) return null;
  const { tenths, applications, evenly, kind } = news;
  const verb = kind === 'credential-ends' ? 'carries' : 'carried';
  return <> {t('stake', { verb, evenly: String(evenly), points: tenths / 10, applications })}</>;
}

/** One piece of news as a sentence; whose names they are stays apart from our words. */
export function NewsText({ news }: { news: News }) {
  const t = useTranslations('notices');
  const format = useFormatter();
  const names = namesOf(news);
  const name = (key: string) => () => <bdi className="strong">{names[key] || t('someone')}</bdi>;
  const when = names.until ?? names.startsAt;
  const time = news.kind.startsWith('interview-') ? ({ hour: '2-digit', minute: '2-digit' } as const) : {};
  const date = when
    ? format.dateTime(new Date(when), { day: 'numeric', month: 'short', year: 'numeric', ...time })
    : '';
  const stage = names.stage ?? '';
  return (
    <>
      {t.rich(`news.${news.kind}`, {
        title: name('title'),
        issuer: name('issuer'),
        organization: name('organization'),
        job: name('job'),
        search: name('search'),
        stage: t.has(`stage.${stage}`) ? t(`stage.${stage}`) : stage,
        count: 'count' in news ? news.count : 0,
        date,
      })}
      <Stake news={news} />
    </>
  );
}
