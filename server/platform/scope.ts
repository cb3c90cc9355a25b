declare const brand: unique symbol;
type Branded<Name extends string> = { readonly [brand]: Name };

/** A signed-in person. */
export type AccountScope = Branded<'account'> & { readonly accountId: string };

/** A candidate acting on what is theirs. Stores of the candidate side take it first. */
export type CandidateScope = Branded<'candidate'> & { readonly candidateId: string };

/** A member acting inside one organisation. Stores of the employer side take it first. */
export type OrgScope = Branded<'org'> & {
  readonly organizationId: string;
  readonly accountId: string;
  readonly role: string;
};

/*
 * Scopes are made at the doors only (server/api/procedures.ts, the worker, the seed, tests): a query without an
 * owner then does not compile. tests/architecture holds the list of callers.
 */

/** Makes the scope of a signed-in person. */
export function accountScope(accountId: string): AccountScope {
  return { accountId } as AccountScope;
}

/** Makes the scope of a candidate; the candidate's id is the account's id. */
export function candidateScope(candidateId: string): CandidateScope {
  return { candidateId } as CandidateScope;
}

/** Makes the scope of a member, after membership and permission were checked. */
export function orgScope(organizationId: string, accountId: string, role: string): OrgScope {
  return { organizationId, accountId, role } as OrgScope;
}
