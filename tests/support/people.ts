import { createDemoAccount, noteProvenAddress } from '#server/accounts/index.ts';
import { createCaller } from '#server/api/root.ts';
import { accountScope } from '#server/platform/scope.ts';

let count = 0;

/** A signed-up person of a test, with procedures to call as them. */
export async function makePerson(name: string, now = new Date()) {
  count += 1;
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${count}@example.org`;
  const accountId = await createDemoAccount({ name, email, isDemo: false });
  await noteProvenAddress(accountScope(accountId), email, now);
  const person = { accountId, name, email };
  return { ...person, api: callerOf(person, now), at: (time: Date) => callerOf(person, time) };
}

function callerOf(person: { accountId: string; name: string; email: string }, now: Date) {
  return createCaller({ person, now, address: 'test' });
}

/** Procedures as nobody. */
export function asNobody(now = new Date()) {
  return createCaller({ person: null, now, address: 'test' });
}
