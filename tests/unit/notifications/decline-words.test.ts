import { describe, expect, it } from 'vitest';
import { wordDecline } from '#server/notifications/core/decline-words.ts';

const news = {
  jobTitle: 'Analyst',
  employer: 'Northfold',
  reason: 'others-cover-more',
  sentence: null,
} as const;

describe('the mail about a decline', () => {
  it('says the news, the reason and who decided', () => {
    const { subject, text } = wordDecline(news);
    expect(subject).toBe('Northfold declined your application: Analyst');
    expect(text).toContain('A person at Northfold decided this. Their reason: Others cover more');
    expect(text).not.toContain('“');
  });

  it('quotes the own words of the employer, and no reason beside them when they are the reason', () => {
    const { text } = wordDecline({ ...news, reason: 'other', sentence: 'We paused hiring.\nWrite in May.' });
    expect(text).toContain('“We paused hiring.\nWrite in May.”');
    expect(text).not.toContain('Their reason');
  });

  it('lets nobody break the subject or hide letters in it', () => {
    const { subject, text } = wordDecline({
      ...news,
      jobTitle: 'A\r\nBcc: x@y.example\u202e',
      sentence: 'a\u0007b\u200bc',
    });
    expect(subject).toBe('Northfold declined your application: A Bcc: x@y.example');
    expect(text).toContain('“abc”');
  });

  it('cuts what is too long', () => {
    const { subject, text } = wordDecline({
      ...news,
      jobTitle: 'x'.repeat(300),
      sentence: 'y'.repeat(3_000),
    });
    expect(subject.length).toBeLessThan(200);
    expect(text.length).toBeLessThan(1_600);
  });
});
