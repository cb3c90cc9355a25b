import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { composeReport } from '#server/credentials/core/compose-report.ts';
import type { Report } from '#server/credentials/core/report.ts';
import { leaveUnread } from '#server/credentials/formats/unread.ts';

/** What the verifying process is told at its start. */
export type Terms = {
  responses: string | null;
  email: string | null;
  now: string;
  explorers: string[];
  /** File of PEM certificates. */
  sealRoots: string | null;
};

/** What it answers. */
export type Message = { ready: true } | { report: Report } | { fault: string };

/** The verification stops asking the network after 8 s of its own accord; this is for what holds up the process itself. */
const limits = { startMs: 30_000, fileMs: 9_500, heapMiB: 512 } as const;

type Seat = { child: ChildProcess; ready: Promise<void> };

/**
 * Verifies files one after another in a process of its own, which is killed and replaced when a file takes too
 * long or too much memory: the files after it are verified all the same.
 */
export class VerifyRunner {
  readonly #terms: Terms;
  #seat: Seat | null = null;

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  /** The report about a file; one that could not be read in time and memory is reported as too large. */
  async verify(file: string): Promise<Report> {
    const { child, ready } = this.#take();
    await ready;
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => finish(this.#giveUp('reading it takes longer than 9 seconds')),
        limits.fileMs,
      );
      const finish = (report: Report) => {
        clearTimeout(timer);
        child.removeAllListeners('message').removeAllListeners('exit');
        resolve(report);
      };
      child.once('exit', () => finish(this.#giveUp('reading it takes too much memory')));
      child.once('message', (message: Message) => {
        if ('report' in message) finish(message.report);
        else finish(this.#refuse('malformed', 'fault' in message ? message.fault : 'it was not read'));
      });
      child.send({ file });
    });
  }

  /** Ends the process. */
  stop(): void {
    this.#seat?.child.kill('SIGKILL');
    this.#seat = null;
  }

  #take(): Seat {
    if (this.#seat) return this.#seat;
    const execArgv = ['--import', 'tsx', `--max-old-space-size=${limits.heapMiB}`];
    const child = fork(fileURLToPath(new URL('./verify-child.ts', import.meta.url)), { execArgv });
    const ready = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the verifying process did not start')), limits.startMs);
      child.once('exit', () => reject(new Error('the verifying process did not start')));
      child.once('message', (message: Message) => {
        clearTimeout(late);
        child.removeAllListeners('exit');
        if ('fault' in message) reject(new Error(message.fault));
        else resolve();
      });
      child.send({ terms: this.#terms });
    });
    this.#seat = { child, ready };
    return this.#seat;
  }

  #giveUp(detail: string): Report {
    this.stop();
    return this.#refuse('too-large', detail);
  }

  #refuse(code: 'malformed' | 'too-large', detail: string): Report {
    const { email, now } = this.#terms;
    const { recipient, payload, ...unread } = leaveUnread('unknown', { code, check: 'well-formed', detail });
    return composeReport({
      ...unread,
      container: 'unknown',
      parts: [],
      binding: { bound: email === null ? 'not-asked' : 'no', detail: '' },
      sourceUrl: null,
      payloadHash: '',
      resolver: { byUri: () => null, byLabel: () => [] },
      now: new Date(now),
      tookMs: {},
    });
  }
}
