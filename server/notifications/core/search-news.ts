import { line, type NoticeWords } from './notices.ts';

/** Puts the news of a saved search into words. No names: who may see them is for the page to decide. */
export function wordSearchNews(news: { name: string; jobTitle: string; people: number }): NoticeWords {
  const name = line(news.name, 80);
  const job = line(news.jobTitle, 120);
  const who = news.people === 1 ? '1 new person matches' : `${news.people} new people match`;
  return {
    subject: `${who} ${name}`,
    text: [
      `${who} your saved search for ${job}. People who matched before are not counted.`,
      'You get this mail because the search has its bell on. You can switch it off in the list, under Saved searches.',
    ].join('\n\n'),
    action: 'See who they are',
  };
}
