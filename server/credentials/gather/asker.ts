import type { Fetched } from '../core/facts.ts';
import type { FetchAnswer, FetchPort } from '../core/fetch-port.ts';
import { readJson } from './read-json.ts';

/** What one verification may ask of the network (verification.md §8). */
const budget = { requests: 12, mostRequests: 60, totalMs: 8_000, answerBytes: 2 * 1024 * 1024 } as const;

/**
 * Asks addresses for one credential: each once, at most 12 (60 for a record of many), within 8 s in all, so that the
 * whole verification ends within 10 s. Never throws: a refusal, an outage and a spent budget are answers.
 */
export class Asker {
  readonly #fetch: FetchPort;
  readonly #answers = new Map<string, Promise<FetchAnswer>>();
  readonly #endsAt = performance.now() + budget.totalMs;
  #requests: number = budget.requests;

  constructor(fetch: FetchPort) {
    this.#fetch = fetch;
  }

  /** Raises the number of addresses for credentials that hold others, to 60 at most; the time stays what it is. */
  allowMore(requests: number): void {
    this.#requests = Math.min(this.#requests + requests, budget.mostRequests);
  }

  /** True when no time is left. */
  get isLate(): boolean {
    return performance.now() >= this.#endsAt;
  }

  /** The answer of an address; the fragment is not sent. */
  ask(address: string, accept = 'application/json'): Promise<FetchAnswer> {
    const url = address.split('#')[0] ?? address;
    const known = this.#answers.get(url);
    if (known) return known;
    if (this.#answers.size >= this.#requests)
      return Promise.resolve(unreachable(`${this.#requests} addresses were asked already`));
    const answer = this.#askInTime(url, accept);
    this.#answers.set(url, answer);
    return answer;
  }

  async #askInTime(url: string, accept: string): Promise<FetchAnswer> {
    const left = this.#endsAt - performance.now();
    if (left <= 0) return unreachable('no time was left to ask');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<FetchAnswer>((resolve) => {
      timer = setTimeout(() => resolve(unreachable('no answer in time')), left);
    });
    try {
      const options = { accept, maxBytes: budget.answerBytes };
      return await Promise.race([this.#fetch(url, options), late]);
    } catch (error) {
      return unreachable(error instanceof Error ? error.message : 'no answer');
    } finally {
      clearTimeout(timer);
    }
  }

  /** Asks for a JSON object. A bad status, something else than JSON and an outage are told apart. */
  async askJson(address: string, accept?: string): Promise<Fetched> {
    const url = address.split('#')[0] ?? address;
    const answer = await this.ask(url, accept);
    if (!answer.ok) {
      const state = answer.reason === 'blocked' ? 'blocked' : 'unreachable';
      return { state, url, status: null, detail: answer.detail };
    }
    const { status } = answer;
    const read = readJson(answer.body);
    if (status < 200 || status >= 300) {
      const isGone = status === 410 && read.ok;
      if (isGone)
        return { state: 'found', url: answer.url, status, fetchedAt: answer.fetchedAt, json: read.json };
      return { state: 'unreachable', url, status, detail: `${url} answered ${status}` };
    }
    if (!read.ok) return { state: 'malformed', url, status, detail: `${url}: ${read.detail}` };
    return { state: 'found', url: answer.url, status, fetchedAt: answer.fetchedAt, json: read.json };
  }
}

function unreachable(detail: string): FetchAnswer {
  return { ok: false, reason: 'unreachable', detail };
}
