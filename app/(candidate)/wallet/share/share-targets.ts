/**
 * What is given out of a shared badge. Text that others keep says what the badge is and where to look, and never how
 * it stands: only the card and the page know that.
 */

/** A shared badge, as far as other people's pages are told of it. */
export type SharedBadge = {
  id: string;
  title: string;
  issuer: string;
  issuedAt: Date | null;
  validUntil: Date | null;
  /** Address of its proof and of its card. */
  proof: string;
  card: string;
};

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? '');
}

/** Characters that Markdown reads as its own, and line ends. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');
}

/** The path of the card of a badge. */
export function cardPath(credential: { candidateId: string; id: string }): string {
  return `/cards/${credential.candidateId}/${credential.id}.svg`;
}

/** For a README: the card, leading to the proof. */
export function markdownOf({ title, issuer, proof, card }: SharedBadge): string {
  return `[![${escapeMarkdown(`${title}, ${issuer}`)}](${card})](${proof})`;
}

/** For any page: the card, leading to the proof. No script. */
export function embedOf({ title, issuer, proof, card }: SharedBadge): string {
  const name = escapeHtml(`${title}, ${issuer}`);
  return `<a href="${escapeHtml(proof)}"><img src="${escapeHtml(card)}" width="320" height="64" alt="${name}"></a>`;
}

/** LinkedIn's own form for a certification, filled in. */
export function linkedInOf({ id, title, issuer, issuedAt, validUntil, proof }: SharedBadge): string {
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: issuer,
  });
  const put = (name: string, date: Date | null) => {
    if (date === null) return;
    query.set(`${name}Year`, String(date.getUTCFullYear()));
    query.set(`${name}Month`, String(date.getUTCMonth() + 1));
  };
  put('issue', issuedAt);
  put('expiration', validUntil);
  query.set('certUrl', proof);
  query.set('certId', id);
  return `https://www.linkedin.com/profile/add?${query}`;
}

/** The lines of a mail signature: who, what, where it can be checked. */
export type SignatureLines = { name: string; about: string; check: string; address: string };

/** A mail signature as formatted text; with a card, the picture stands under it. */
export function signatureHtml(
  { name, about, check, address }: SignatureLines,
  badge: SharedBadge | null,
): string {
  const lines = [
    `<strong>${escapeHtml(name)}</strong>`,
    ...(about === '' ? [] : [escapeHtml(about)]),
    `<a href="${escapeHtml(address)}">${escapeHtml(check)}</a>`,
    ...(badge === null ? [] : [embedOf(badge)]),
  ];
  return `<p>${lines.join('<br>')}</p>`;
}

/** The same as plain text. */
export function signatureText({ name, about, check, address }: SignatureLines): string {
  return [name, ...(about === '' ? [] : [about]), `${check}: ${address}`].join('\n');
}
