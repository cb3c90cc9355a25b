import { demoCast } from './demo-cast.ts';

/** The demo's people with what each of them shows, for the sign-in page. Accounts without a role are left out. */
export function demoPeople(accounts: readonly { id: string; name: string | null; email: string }[]) {
  return accounts.flatMap((account) => {
    const role = demoCast[account.email];
    return role
      ? [{ id: account.id, email: account.email, name: account.name ?? account.email, ...role }]
      : [];
  });
}
