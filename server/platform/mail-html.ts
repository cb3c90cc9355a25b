/** What a mail says: a sentence of news, paragraphs with a blank line between, one address to act on and its words. */
export interface MailWords {
  subject: string;
  text: string;
  link: string | null;
  action?: string | undefined;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeText = (text: string) => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/*
 * Mail programs know little CSS and no variables, so the few values stand in the elements. No picture, no font and no
 * address but the link: opening the mail tells nobody anything.
 */
const sans = "font-family:'IBM Plex Sans',system-ui,-apple-system,'Segoe UI',sans-serif";
const button =
  'display:inline-block;padding:10px 16px;border-radius:3px;background:#1b1c1a;color:#ffffff;font-weight:600;text-decoration:none';

/** The same contents as the plain text, for programs that show HTML. The last paragraph says why the mail came. */
export function writeMailHtml({ subject, text, link, action }: MailWords): string {
  const paragraphs = text.split(/\n{2,}/).map((each) => escapeText(each).replaceAll('\n', '<br>'));
  const why = paragraphs.length > 1 ? paragraphs.pop() : undefined;
  const body = paragraphs.map((each) => `<p style="margin:0 0 16px">${each}</p>`).join('');
  const act = link
    ? `<p style="margin:0 0 24px"><a href="${escapeText(link)}" style="${button}">${escapeText(action ?? link)}</a></p>`
    : '';
  const foot = why
    ? `<p style="margin:0;border-top:1px solid #c9c7bf;padding-top:12px;font-size:13px;line-height:20px;color:#55564f">${why}</p>`
    : '';
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeText(subject)}</title></head>`,
    `<body style="margin:0;padding:24px;${sans};font-size:16px;line-height:24px">`,
    '<div style="max-width:560px;margin:0 auto"><p style="margin:0 0 24px;font-weight:600">Assay</p>',
    `<h1 style="margin:0 0 16px;font-size:19px;line-height:26px">${escapeText(subject)}</h1>`,
    `${body}${act}${foot}</div></body></html>`,
  ].join('');
}
