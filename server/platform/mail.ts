import { createTransport } from 'nodemailer';
import { db } from './db.ts';
import { env } from './env.ts';
import { AppError } from './errors.ts';
import { log } from './log.ts';
import { type MailWords, writeMailHtml } from './mail-html.ts';

/** One mail: a sentence of news as subject, plain text, at most one address to act on and what that does. */
export interface Mail extends MailWords {
  to: string;
}

const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;

const unsent = () =>
  new AppError(
    'mail.not_sent',
    'unavailable',
    'The mail could not be sent.',
    'Try again in some minutes; if it stays, tell whoever runs this installation.',
  );

/**
 * Sends a mail by SMTP. In the demo, where no server is configured, the mail lands in the outbox page instead.
 * Never call it inside a transaction: a slow mail server would hold it open. Errors: `mail.not_sent`.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, DEMO } = env();
  if (SMTP_URL) {
    const act = mail.action ? `${mail.action}: ${mail.link}` : mail.link;
    const text = mail.link ? `${mail.text}\n\n${act}\n` : mail.text;
    const transport = createTransport(SMTP_URL, waits);
    try {
      // Given as an object, the address is not parsed again: no list, no second recipient can be read out of it.
      await transport.sendMail({
        from: MAIL_FROM,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text,
        html: writeMailHtml(mail),
      });
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'mail not sent');
      throw unsent();
    } finally {
      transport.close();
    }
    return;
  }
  if (!DEMO) {
    log.error('SMTP_URL is not set: mail cannot be sent');
    throw unsent();
  }
  await db().outboxMail.create({ data: { ...mail, action: mail.action ?? null } });
}

/** True when mail can leave this installation or land in the demo's outbox. */
export function canSendMail(): boolean {
  const { SMTP_URL, DEMO } = env();
  return Boolean(SMTP_URL) || DEMO;
}

type SentMail = Omit<Mail, 'action'> & { action: string | null };

/** The latest mails of the demo's outbox, newest first, at most `take`. */
export function listOutbox(take: number): Promise<(SentMail & { id: string; createdAt: Date })[]> {
  return db().outboxMail.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take });
}
