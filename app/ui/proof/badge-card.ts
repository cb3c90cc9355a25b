/**
 * The card of a shared badge for READMEs and profiles (interface §17): an SVG of 320 × 64 that says what it is now and
 * for which day. Others keep and scale it: every colour and letter is in the picture, and nothing in it can be run.
 */
import type { Bound, CredentialKind, Verdict } from './shapes.ts';
import { type Standing, standingOf } from './standing.ts';

export type BadgeCardData = {
  title: string;
  issuer: string;
  kind: CredentialKind;
  verdict: Verdict;
  bound: Bound;
  /** "Valid on 23 Nov 2026", with the date that the picture speaks for. */
  says: string;
};

const width = 320;
const height = 64;

/** Light and dark of the tokens of the same name, as every program that draws pictures reads them. */
const tokens = {
  surface: ['#ffffff', '#191d20'],
  ink: ['#161d23', '#eaeae6'],
  'ink-2': ['#424a51', '#b8bdc1'],
  proof: ['#00605a', '#7bd6c9'],
  'proof-tint': ['#dbf4f0', '#14322f'],
  fail: ['#a52520', '#fa9c8f'],
  unsure: ['#7d5210', '#e9c376'],
  foreign: ['#45536c', '#acbfdb'],
} as const;
type Token = keyof typeof tokens;

const octagon = 'M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z';

type Look = { tone: Token; ground: Token; frame: string; mark: string };

const square = `<path d="M1 1h${width - 2}v${height - 2}H1z" class="g f"/>`;
const barred = `<path d="M1 1h${width - 2}v${height - 2}H1z" class="g n"/><path d="M0 0h6v${height}H0z" class="t"/>`;
const broken = `<path d="M1 1h${width - 2}v${height - 2}H1z" class="g f" stroke-dasharray="6 4"/>`;
const cut = `<path d="M9 1h${width - 18}l8 8v${height - 18}l-8 8H9l-8-8V9z" class="g f"/>`;
const hollow = `<path d="${octagon}" class="l"/><path d="m4.9 8.2 2.1 2.1 4.1-4.5" class="l"/>`;

/** Cut corners, tint and the colour of proof are those of `valid` alone. */
const looks: Record<Standing, Look> = {
  valid: {
    tone: 'proof',
    ground: 'proof-tint',
    frame: cut,
    mark: '<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" class="t"/><path d="m4.6 8.3 2.3 2.3 4.6-5" class="c"/>',
  },
  foreign: { tone: 'foreign', ground: 'surface', frame: square, mark: hollow },
  genuine: { tone: 'foreign', ground: 'surface', frame: square, mark: hollow },
  unknown: {
    tone: 'unsure',
    ground: 'surface',
    frame: broken,
    mark: '<circle cx="8" cy="8" r="6.6" class="l" stroke-dasharray="3 1.9"/><path d="M6 6.3C6 5 6.9 4.3 8 4.3s2 .7 2 1.8c0 1.4-2 1.5-2 3" class="l"/><circle cx="8" cy="11.3" r="1" class="t"/>',
  },
  invalid: {
    tone: 'fail',
    ground: 'surface',
    frame: barred,
    mark: '<path d="M1.5 1.5h13v13h-13z" class="t"/><path d="m5 5 6 6m0-6-6 6" class="c"/>',
  },
};

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One line, without the letters that turn the direction of others. */
function plainOf(text: string): string {
  return text
    .replace(/[\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text that stays text in XML: what XML forbids is dropped, what it reads as its own is escaped. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? '');
}

/** Cut to about `room` narrow letters, wide ones counting twice, and kept in its own direction. */
function shorten(text: string, room: number): string {
  let used = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(plainOf(text))) {
    used += /[\u{1100}-\u{11FF}\u{2E80}-\u{D7FF}\u{F900}-\u{FAFF}\u{FF00}-\u{FF60}\u{1F000}-\u{3FFFF}]/u.test(
      segment,
    )
      ? 2
      : 1;
    if (used > room) return `\u2068${kept.trimEnd()}…\u2069`;
    kept += segment;
  }
  return `\u2068${kept}\u2069`;
}

function styleOf(look: Look, theme: 0 | 1): string {
  const of = (token: Token) => tokens[token][theme];
  const tone = of(look.tone);
  return [
    `.g{fill:${of(look.ground)}}.n{stroke:${of('ink-2')}}.f{stroke:${tone};stroke-width:1.5}`,
    `.t{fill:${tone}}.l{fill:none;stroke:${tone};stroke-width:1.5}`,
    `.c{fill:none;stroke:${of('surface')};stroke-width:1.9}`,
    `.a{fill:${of('ink')}}.b{fill:${of('ink-2')}}.s{fill:${tone}}`,
  ].join('');
}

const family = "'IBM Plex Sans',system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

/** The picture. What it looks like follows from verdict and binding alone, never from its words. */
export function drawBadgeCard({ title, issuer, verdict, bound, says }: BadgeCardData): string {
  const look = looks[standingOf(verdict, bound)];
  const name = escapeXml(plainOf(`${title}. ${issuer}. ${says}`));
  const line = (y: number, size: number, css: string, text: string, room: number, weight = 400) =>
    `<text x="44" y="${y}" font-size="${size}" font-weight="${weight}" class="${css}">${escapeXml(shorten(text, room))}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}" font-family="${family}">`,
    `<title>${name}</title>`,
    `<style>${styleOf(look, 0)}@media(prefers-color-scheme:dark){${styleOf(look, 1)}}</style>`,
    look.frame,
    `<g transform="translate(14 20) scale(1.25)">${look.mark}</g>`,
    line(22, 13, 'a', title, 36, 600),
    line(38, 11.5, 'b', issuer, 42),
    line(54, 11.5, 's', says, 42, 600),
    '</svg>',
  ].join('');
}

/** The picture in place of a card that is not shared: a plain frame, no mark and no colour of any verdict. */
export function drawEmptyCard(says: string): string {
  const text = escapeXml(plainOf(says));
  const colours = (theme: 0 | 1) =>
    `.g{fill:${tokens.surface[theme]};stroke:${tokens['ink-2'][theme]}}.b{fill:${tokens['ink-2'][theme]}}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${text}" font-family="${family}">`,
    `<title>${text}</title>`,
    `<style>${colours(0)}@media(prefers-color-scheme:dark){${colours(1)}}</style>`,
    `<path d="M1 1h${width - 2}v${height - 2}H1z" class="g" stroke-dasharray="2 4"/>`,
    `<text x="16" y="36" font-size="12" class="b">${text}</text>`,
    '</svg>',
  ].join('');
}
