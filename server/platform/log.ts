import pino from 'pino';

/** Fields that never reach a log, at any of the depths we write. */
const secret = [
  'email',
  'to',
  'name',
  'token',
  'url',
  'link',
  'password',
  'cookie',
  'authorization',
  'identity',
  'document',
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

const longest = 4_000;

/*
 * Words of errors are not ours: a driver quotes values, a mail server addresses, a fetch its URL. Field names do not
 * help there, so what looks personal or secret is taken out of every text.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{5,}(?:\.[\w-]*)+/g, '[token]'],
  [/\b((?!file:)[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"'<>)\]}]+/gi, '$1[removed]'],
  [/[^\s"'<>()[\]{},;:=@/]{1,64}@[^\s"'<>()[\]{},;:=@/]{1,200}\.[^\s"'<>()[\]{},;:=@/.]{1,60}/g, '[address]'],
  [/\b(?=[\w-]*\d)[\w-]{40,}\b/g, '[token]'],
];

/** A text without addresses, URLs and tokens, shortened to what a log may hold. */
export function scrubText(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return patterns.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), short);
}

function scrub(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (value instanceof Error) return scrubText(value.stack ?? value.message);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === 0) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 50).map((entry) => scrub(entry, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, scrub(entry, depth - 1)]));
}

/** Makes a log: one JSON object a line, personal data and secrets removed. `write` takes the lines in tests. */
export function makeLog(level: string, write?: (line: string) => void): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    redact: { paths: secret, censor: '[removed]' },
    base: { process: process.env.ASSAY_PROCESS ?? 'web' },
    formatters: { log: (fields) => scrub(fields, 4) as Record<string, unknown> },
    hooks: {
      logMethod(input, method) {
        const [first, ...rest] = input as unknown[];
        // Left to itself, the library makes a message of the error's own words.
        const fault = first instanceof Error ? first : (first as { err?: unknown } | null)?.err;
        const fields = first instanceof Error ? { err: first } : first;
        const words =
          rest.length === 0 && fault instanceof Error ? [fields, fault.message] : [fields, ...rest];
        const clean = words.map((part) => (typeof part === 'string' ? scrubText(part) : part));
        method.apply(this, clean as Parameters<typeof method>);
      },
    },
  };
  return write ? pino(options, { write }) : pino(options);
}

/** The log of this process. */
export const log = makeLog(process.env.LOG_LEVEL ?? 'info');
