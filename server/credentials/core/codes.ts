import { outcomeOf } from './rank.ts';
import type { FindingCode, Verdict } from './report.ts';

/** What a code means to its holder: one sentence and how to mend it, with {placeholders} for the particulars. */
export type CodeText = { outcome: Verdict; sentence: string; hint: string };

const texts: Record<FindingCode, { sentence: string; hint: string }> = {
  malformed: {
    sentence: 'The file cannot be read as a credential: {where}.',
    hint: 'Download it again from the place that issued it, and do not edit or re-save it.',
  },
  'too-large': {
    sentence: 'The file is larger or deeper than any real credential: {limit}.',
    hint: 'Upload the badge itself, not an archive of everything.',
  },
  'not-a-credential': {
    sentence: 'There is no credential inside this {kind}.',
    hint: 'Use the download of your badge; a screenshot or a note about it holds none.',
  },
  'unsupported-version': {
    sentence: 'This is {version}, which cannot be checked here.',
    hint: 'Ask {issuer} for an Open Badges 2.0 or 3.0 copy.',
  },
  'unsupported-suite': {
    sentence: 'It is signed in a way that cannot be checked yet: {suite}.',
    hint: 'Keep it: it is checked again when support arrives. Or upload the same credential in JWT form.',
  },
  'context-unknown': {
    sentence: 'It uses a vocabulary that is not carried here: {url}.',
    hint: 'Ask us to add it. Until then nothing in it can be read safely.',
  },
  'context-tampered': {
    sentence: 'It contains words that the signature does not protect: {term}.',
    hint: 'Upload the original file. If this is the original, only the issuer can repair it.',
  },
  schema: {
    sentence: 'A required part is missing or has the wrong form: {path}.',
    hint: 'Ask the issuer to correct and re-issue it.',
  },
  'missing-proof': {
    sentence: 'Nobody signed this document.',
    hint: 'Get the signed or hosted version from the issuer.',
  },
  'key-missing': {
    sentence: 'It does not say which key signed it.',
    hint: 'Upload the original JSON file or image.',
  },
  signature: {
    sentence: 'The content was changed after it was signed, or the signature was never genuine.',
    hint: 'Upload the file exactly as you got it.',
  },
  'anchor-mismatch': {
    sentence: 'The blockchain entry it names does not contain this certificate.',
    hint: 'Upload the original certificate file.',
  },
  'key-revoked': {
    sentence: '{issuer} withdrew the key that signed it on {date}.',
    hint: 'Ask for a re-issue with the present key.',
  },
  'issuer-unbound': {
    sentence: 'The key that signed it is not among the keys that {issuer} publishes.',
    hint: 'Only {issuer} can clear this up, by publishing the key or by re-issuing.',
  },
  'issuer-unresolvable': {
    sentence: 'The page of {issuer} did not answer, so nobody can tell whose key this is.',
    hint: 'Nothing to do: it is tried again, and counts as soon as it answers.',
  },
  'verification-scope': {
    sentence: 'The badge is kept at an address that {issuer} does not allow.',
    hint: 'Use the link on the site of the issuer.',
  },
  'claims-mismatch': {
    sentence: 'The wrapper and the content disagree about {claim}.',
    hint: 'Upload the original file, or ask for a re-issue.',
  },
  expired: { sentence: 'It ended on {date}.', hint: 'Renew it with {issuer}.' },
  'not-yet-valid': {
    sentence: 'It starts on {date}.',
    hint: 'Nothing to do: it counts from that day by itself.',
  },
  revoked: { sentence: 'The issuer withdrew it{reason}.', hint: 'Ask {issuer}: only they can restore it.' },
  suspended: {
    sentence: 'The issuer put it on hold.',
    hint: 'It counts again when the hold ends. Ask {issuer} about the reason.',
  },
  'status-unavailable': {
    sentence: 'The issuer did not say whether it still stands: the list at {host} did not answer.',
    hint: 'Nothing is wrong with your file. The list is asked again by itself.',
  },
  'status-list-invalid': {
    sentence: 'The list that says whether it still stands cannot be trusted: {why}.',
    hint: 'The issuer has to repair the list.',
  },
  'ssrf-blocked': {
    sentence: 'It points to an address inside a private network, which is never followed: {field}.',
    hint: 'The issuer has to use a public address.',
  },
  'recipient-mismatch': {
    sentence: 'It is issued to somebody else, or to another of your addresses.',
    hint: 'Confirm that address in your profile, or prove the DID it names.',
  },
  'layout-changed': {
    sentence: '{platform} answered in a form that is not known here.',
    hint: 'Upload the file instead of the link.',
  },
  'platform-page': {
    sentence: 'It is a page of {platform}, which nobody signed: linked, not verified.',
    hint: 'Open the page to see it. If the platform offers the badge as a file, upload that: it can be verified.',
  },
  replayed: {
    sentence: 'This presentation was made for another request.',
    hint: 'Start again from your wallet.',
  },
};

/** Every code with its outcome, sentence and mend hint (verification.md §8.1). */
export const codeTexts: Readonly<Record<FindingCode, CodeText>> = Object.fromEntries(
  Object.entries(texts).map(([code, text]) => [
    code,
    { outcome: outcomeOf({ code: code as FindingCode }), ...text },
  ]),
) as Record<FindingCode, CodeText>;

/** True for one of the stable codes. */
export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(texts, text);
}
