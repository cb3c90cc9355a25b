/** What came back from an address, or why nothing did; `blocked` = refused by the address guard before anything was sent. */
export type FetchAnswer =
  | { ok: true; url: string; status: number; contentType: string; body: Uint8Array; fetchedAt: string }
  | { ok: false; reason: 'blocked' | 'unreachable' | 'too-large'; detail: string };

/** The media types wanted and a limit in bytes. */
export type FetchPortOptions = { accept?: string; maxBytes?: number };

/** The one way out of a verification: guarded in the product, a map of recorded answers in tests. Never throws. */
export type FetchPort = (url: string, options: FetchPortOptions) => Promise<FetchAnswer>;
