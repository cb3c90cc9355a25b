import { headers } from 'next/headers';
import { cache } from 'react';
import { getSignedIn } from './auth/session.ts';
import { remoteAddress } from './http/remote-address.ts';
import { createCaller } from './root.ts';

/** The signed-in person of this request, asked once. */
export const currentPerson = cache(getSignedIn);

/** Calls procedures for the page that is being rendered; made once a request, no HTTP in between. */
export const api = cache(async () =>
  createCaller({ person: await currentPerson(), now: new Date(), address: remoteAddress(await headers()) }),
);
