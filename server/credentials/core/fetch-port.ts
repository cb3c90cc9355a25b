/** What came back from an address, or why nothing did; `blocked` = refused by the address guard before anything was sent. */
export type FetchAnswer =
  | {
      ok: true;
      url: string;
      status: number;
      contentType: string;
      body: Uint8Array;
      fetchedAt: string;
      /** Validator of the answer (HTTP ETag), where one was given. */
      etag?: string;
      /** For how long the answer says it may be kept (Cache-Control max-age), where it does. */
      maxAgeMs?: number;
    }
  | { ok: false; reason: 'blocked' | 'unreachable' | 'too-large'; detail: string };

/** The media types wanted, a limit in bytes, and the validator of an answer that is there already. */
export type FetchPortOptions = { accept?: string; maxBytes?: number; ifNoneMatch?: string };

/** The one way out of a verification: guarded in the product, a map of recorded answers in tests. Never throws. */
export type FetchPort = (url: string, options: FetchPortOptions) => Promise<FetchAnswer>;
