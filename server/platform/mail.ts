import { createTransport } from 'nodemailer';
import { db } from './db.ts';
import { env } from './env.ts';

/** One mail: a sentence of news as subject, plain text, at most one address to act on. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  link: string | null;
}

/**
 * Sends a mail by SMTP. In the demo, where no server is configured, the mail lands in the outbox page instead.
 * Throws when SMTP refuses; the caller is a task that is tried again, or a form that says so.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, DEMO } = env();
  if (SMTP_URL) {
    const text = mail.link ? `${mail.text}\n\n${mail.link}\n` : mail.text;
    await createTransport(SMTP_URL).sendMail({ from: MAIL_FROM, to: mail.to, subject: mail.subject, text });
    return;
  }
  if (!DEMO) throw new Error('SMTP_URL is not set: mail cannot be sent.');
  await db().outboxMail.create({ data: mail });
}

/** True when mail can leave this installation or land in the demo's outbox. */
export function canSendMail(): boolean {
  const { SMTP_URL, DEMO } = env();
  return Boolean(SMTP_URL) || DEMO;
}

/** The latest mails of the demo's outbox, newest first, at most `take`. */
export function listOutbox(take: number): Promise<(Mail & { id: string; createdAt: Date })[]> {
  return db().outboxMail.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take });
}
