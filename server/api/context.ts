/** The signed-in person, as far as the doors know. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
}

/** What every procedure is called with: who asks, when, and from where (for rate limits). */
export interface Context {
  readonly person: SignedIn | null;
  readonly now: Date;
  readonly address: string;
}
