import { TRPCClientError } from '@trpc/client';

/** What a client component reads from a refused call. */
export interface Refused {
  code: string;
  message: string;
  hint: string | null;
  details: Readonly<Record<string, unknown>>;
  /** First message per field, of input that does not fit the schema. */
  fields: Readonly<Record<string, string>>;
}

interface RefusedData {
  appCode?: string;
  hint?: string | null;
  details?: Record<string, unknown>;
  issues?: { fields?: Record<string, string[] | undefined> } | null;
}

/** Reads a refusal; what is none (no net, a crash) has the code `net.failed`. */
export function readRefused(error: unknown): Refused {
  if (!(error instanceof TRPCClientError) || !error.data)
    return { code: 'net.failed', message: '', hint: null, details: {}, fields: {} };
  const data = error.data as RefusedData;
  const fields = Object.entries(data.issues?.fields ?? {}).flatMap(([field, messages]) =>
    messages?.[0] ? [[field, messages[0]] as const] : [],
  );
  return {
    code: data.appCode ?? 'net.failed',
    message: error.message,
    hint: data.hint ?? null,
    details: data.details ?? {},
    fields: Object.fromEntries(fields),
  };
}
