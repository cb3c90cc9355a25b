import { codeTexts, isFindingCode } from './core/codes.ts';
import { importRefusals } from './core/import-refusals.ts';

/** What fills a sentence's places: by their name, or `detail` for the one particular that a finding carries. */
export type SentenceParts = Readonly<Record<string, string | null | undefined>>;

const fallbacks: Readonly<Record<string, string>> = {
  issuer: 'the issuer',
  date: 'a date it names',
  reason: '',
  kind: 'file',
};

function fill(text: string, parts: SentenceParts): string {
  const filled = text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const own = parts[name];
    if (own) return own;
    return fallbacks[name] ?? parts.detail ?? 'see the report';
  });
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** What is wrong and how to mend it, in words, for a code. Nulls when there is no code. */
export function describeRefusal(
  code: string | null,
  parts: SentenceParts,
): { sentence: string | null; hint: string | null } {
  if (code === null) return { sentence: null, hint: null };
  const text = importRefusals[code] ?? (isFindingCode(code) ? codeTexts[code] : null);
  if (!text) return { sentence: 'It was refused.', hint: null };
  return { sentence: fill(text.sentence, parts), hint: fill(text.hint, parts) };
}
