import type { NoticeWords } from './notices.ts';

/** What a mail about a decline is written from. */
export interface DeclineNews {
  jobTitle: string;
  employer: string;
  reason: 'must-not-proven' | 'others-cover-more' | 'position-filled' | 'terms-differ' | 'other';
  /** The employer's own words. */
  sentence: string | null;
}

const reasons: Readonly<Record<DeclineNews['reason'], string | null>> = {
  'must-not-proven': 'A must-have of the job is not proven.',
  'others-cover-more': 'Others cover more of what the job asks.',
  'position-filled': 'The position was filled or closed.',
  'terms-differ': 'Place, time or pay do not fit.',
  other: null,
};

/** Words of others in a mail of ours: no control letters, not too long; lines stay. */
function said(text: string, most: number): string {
  const plain = text.replace(/[^\P{Cc}\n]|\p{Cf}|[\p{Zl}\p{Zp}]/gu, '').trim();
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}

const oneLine = (text: string, most: number) => said(text.replace(/\s+/g, ' '), most);

/** Puts a decline into words: the news as subject, then why, in whose words, where the receipt is, why it was sent. */
export function wordDecline(news: DeclineNews): NoticeWords {
  const employer = oneLine(news.employer, 120);
  const title = oneLine(news.jobTitle, 120);
  const reason = reasons[news.reason];
  const parts = [
    `A person at ${employer} decided this.${reason ? ` Their reason: ${reason}` : ''}`,
    ...(news.sentence ? [`In their words:\n“${said(news.sentence, 1_000)}”`] : []),
    'Your applications show the receipt: what was met and not met on the day of the decision. What you disclosed ends when you withdraw the application, or when the job closes.',
    'You get this mail because you applied.',
  ];
  return {
    subject: `${employer} declined your application: ${title}`,
    text: parts.join('\n\n'),
    action: 'See the receipt',
  };
}
