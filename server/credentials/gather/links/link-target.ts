import type { z } from 'zod';

/** One address to ask for an assertion, and the form that its answer has; another form means that it was changed. */
export type AssertionRequest = { url: string; answer: z.ZodType };

/** What a platform's public page says about a certificate: who, what and when, and nothing else of it. */
export type PageFields = {
  title: string;
  issuer: string | null;
  /** The person's name as printed there; a hint, never a proof. */
  holder: string | null;
  awardedAt: string | null;
  endsAt: string | null;
  /** Single results, such as the certifications of a transcript. */
  results: { name: string; status: string | null }[];
};

/** How a public page is read: one request, and a function that yields null for a form that is not known. */
export type PageReader = { url: string; accept: string; read: (body: string) => PageFields | null };

/**
 * Where a link of a platform leads. `key` is the same for every spelling of a link to the same thing. `assertion`: the
 * issuer keeps a document that can be verified; the first request that is answered counts. `redirect`: a short link.
 * `page`: there is only a page for people; `reader` is null where no program can read it.
 */
export type LinkTarget =
  | { kind: 'assertion'; platform: string; key: string; requests: AssertionRequest[] }
  | { kind: 'redirect'; platform: string; key: string; url: string }
  | { kind: 'page'; platform: string; key: string; id: string; url: string; reader: PageReader | null };

/** The link to a page for people. */
export type PageTarget = Extract<LinkTarget, { kind: 'page' }>;

/** One platform: its name for people, and its links among all addresses. */
export type LinkPlatform = { name: string; recognise: (url: URL) => LinkTarget | null };
