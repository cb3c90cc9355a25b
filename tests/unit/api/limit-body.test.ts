import { describe, expect, it } from 'vitest';
import { BodyTooLarge, limitBody, limitFor } from '#server/api/http/limit-body.ts';

const url = 'http://localhost:3000/api/trpc/credentials.import';

/** A body that comes in pieces and states no length. */
function inPieces(pieces: number, size: number): Request {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === pieces) controller.close();
      else controller.enqueue(new Uint8Array(size));
      sent += 1;
    },
  });
  return new Request(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
}

describe('the limit of bodies', () => {
  it('lets a body of exactly the limit through, unchanged', async () => {
    const limited = limitBody(inPieces(4, 25), 100);
    expect((await limited?.request.arrayBuffer())?.byteLength).toBe(100);
    expect(limited?.isTooLarge()).toBe(false);
  });

  it('refuses by the stated length before anything is read', () => {
    const request = new Request(url, { method: 'POST', body: 'x', headers: { 'content-length': '101' } });
    expect(limitBody(request, 100)).toBeNull();
  });

  it('ends a body without a stated length in an error, and reads no further', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(10));
      },
    });
    const limited = limitBody(
      new Request(url, { method: 'POST', body: endless, duplex: 'half' } as RequestInit),
      100,
    );
    await expect(limited?.request.text()).rejects.toThrow(BodyTooLarge);
    expect(limited?.isTooLarge()).toBe(true);
    expect(pulled).toBeLessThan(20);
  });

  it('does not believe a length that is too small', async () => {
    const request = inPieces(20, 10);
    const lying = new Request(request, { headers: { 'content-length': '5' } });
    await expect(limitBody(lying, 100)?.request.text()).rejects.toThrow();
  });

  it('keeps method, address and headers', () => {
    const request = new Request(`${url}?a=1`, { method: 'POST', body: 'x', headers: { 'x-a': 'b' } });
    const limited = limitBody(request, 100)?.request;
    expect([limited?.method, limited?.url, limited?.headers.get('x-a')]).toEqual(['POST', `${url}?a=1`, 'b']);
  });

  it('lets a request without a body be', () => {
    const request = new Request(url);
    expect(limitBody(request, 100)?.request).toBe(request);
  });

  it('is large for files only', () => {
    const of = (type: string) => limitFor(new Request(url, { headers: { 'content-type': type } }));
    expect(of('multipart/form-data; boundary=x')).toBe(11 * 1024 * 1024);
    expect(of('application/json')).toBe(1024 * 1024);
  });
});
