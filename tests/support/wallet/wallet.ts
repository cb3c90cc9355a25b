import type { JsonObject } from '#server/credentials/core/json.ts';
import type { createIssuer } from '../signing/issuer.ts';
import { presentDocument, presentToken } from '../signing/presentation.ts';
import { showSdJwt } from '../signing/sd-jwt.ts';
import { chooseCredentials, type Held } from './choose.ts';
import { type BelievedRequest, readRequest, type Send } from './read-request.ts';

/** Who holds the credentials of a wallet: a DID with its key. */
type Holder = ReturnType<typeof createIssuer>;

/** What a test bends in an otherwise right answer. */
export type Bent = {
  nonce?: string;
  audience?: string;
  as?: Holder;
  token?: (token: JsonObject) => JsonObject;
};

/** What came back for an answer. */
export type Told = { status: number; body: { redirect_uri?: string; code?: string } };

async function show(held: Held, holder: Holder, challenge: string, domain: string, created: Date) {
  switch (held.format) {
    case 'ldp_vc':
      return presentDocument(holder, { challenge, domain, created, credentials: [held.credential] });
    case 'jwt_vc_json':
      return presentToken(holder, { challenge, domain, created, credentials: [held.token] });
    case 'dc+sd-jwt':
      return showSdJwt(held.held, {
        bind: { key: holder.key, nonce: challenge, audience: domain, at: created },
      });
  }
}

/** A wallet that keeps to OpenID4VP 1.0: it believes who asks, chooses what is asked for, and presents that alone. */
export class Wallet {
  readonly holder: Holder;
  readonly held: Held[] = [];
  readonly #send: Send;

  constructor(holder: Holder, send: Send) {
    this.holder = holder;
    this.#send = send;
  }

  /** Reads a request without answering it. */
  open(link: string, now = new Date()): Promise<BelievedRequest> {
    return readRequest(link, now, this.#send);
  }

  /** What the wallet would show, ready to be sent. */
  async prepare(request: BelievedRequest, bent: Bent = {}): Promise<URLSearchParams> {
    const { nonce = request.nonce, audience = request.client_id, as = this.holder } = bent;
    const chosen = chooseCredentials(request.dcql_query, this.held);
    const token: JsonObject = {};
    for (const [id, list] of Object.entries(chosen))
      token[id] = await Promise.all(list.map((held) => show(held, as, nonce, audience, new Date())));
    const sent = bent.token ? bent.token(token) : token;
    return new URLSearchParams({ vp_token: JSON.stringify(sent), state: request.state });
  }

  /** Posts an answer, and says what the verifier told. */
  async post(request: BelievedRequest, form: URLSearchParams): Promise<Told> {
    const answer = await this.#send(new Request(request.response_uri, { method: 'POST', body: form }));
    return { status: answer.status, body: (await answer.json()) as Told['body'] };
  }

  /** Everything in one: reads, chooses, presents, sends. */
  async answer(link: string, bent: Bent = {}): Promise<Told> {
    const request = await this.open(link);
    return this.post(request, await this.prepare(request, bent));
  }
}
