/** Body limit of one request in bytes: an import of one file, with room for its form. */
export const bodyLimit = 11 * 1024 * 1024;
/** Body limit of everything that is no upload: JSON and plain forms. */
export const smallBodyLimit = 1024 * 1024;

/** Thrown into the stream of a body that is longer than it may be. */
export class BodyTooLarge extends Error {}

/** A request whose body is counted while it is read. */
export interface LimitedRequest {
  readonly request: Request;
  /** True once more was sent than allowed: whatever was answered, the answer is 413. */
  readonly isTooLarge: () => boolean;
}

/**
 * The same request with a body that ends in an error after `limit` bytes, whatever its header claims: nothing
 * larger is ever held or parsed. Null when the header already says that it is too large.
 */
export function limitBody(request: Request, limit: number): LimitedRequest | null {
  const stated = Number(request.headers.get('content-length') ?? '0');
  if (stated > limit) return null;
  if (!request.body) return { request, isTooLarge: () => false };
  let seen = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > limit) controller.error(new BodyTooLarge(`The request is over ${limit} bytes.`));
        else controller.enqueue(chunk);
      },
    }),
  );
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers: request.headers,
    body: counted,
    duplex: 'half',
    signal: request.signal,
  };
  return { request: new Request(request.url, init), isTooLarge: () => seen > limit };
}

/** The limit for a request: only forms with files may be large. */
export function limitFor(request: Request): number {
  const isUpload = request.headers.get('content-type')?.toLowerCase().startsWith('multipart/form-data');
  return isUpload ? bodyLimit : smallBodyLimit;
}
