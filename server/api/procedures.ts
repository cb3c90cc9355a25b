import { cache } from 'react';
import { ensureCandidate } from '#server/candidates/index.ts';
import { may, type Permission } from '#server/organizations/core/permissions.ts';
import { findMembership } from '#server/organizations/index.ts';
import { orgInput } from '#server/organizations/schemas.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { accountScope, candidateScope, orgScope } from '#server/platform/scope.ts';
import { errorEdge, t } from './trpc.ts';

const base = t.procedure.use(errorEdge);

function unauthenticated(): AppError {
  return new AppError(
    'session.missing',
    'unauthenticated',
    'You are not signed in.',
    'Sign in and try again.',
  );
}

/** For anybody, signed in or not. */
export const publicProcedure = base.meta({ allow: 'anyone' });

/** For a signed-in person: puts the account's scope into the context. */
export const accountProcedure = base.meta({ allow: 'signed-in' }).use(({ ctx, next }) => {
  if (!ctx.person) throw unauthenticated();
  return next({ ctx: { ...ctx, person: ctx.person, account: accountScope(ctx.person.accountId) } });
});

/** For a signed-in person acting as candidate: the candidate's side is made at the first call. */
export const candidateProcedure = base.meta({ allow: 'candidate' }).use(async ({ ctx, next }) => {
  if (!ctx.person) throw unauthenticated();
  const account = accountScope(ctx.person.accountId);
  const scope = candidateScope(ctx.person.accountId);
  await ensureCandidate(scope, ctx.person.name);
  return next({ ctx: { ...ctx, person: ctx.person, account, scope } });
});

/** A page calls many procedures of one organisation while it is rendered, and asks once; any other caller asks each time. */
const findMembershipOnce = cache((accountId: string, slug: string) =>
  findMembership(accountScope(accountId), slug),
);

/**
 * For a member whose role has the permission, inside the organisation named by `input.org` (its slug).
 * An organisation that is not the person's is "not found", like one that does not exist.
 */
export function orgProcedure(permission: Permission) {
  return base
    .meta({ allow: `org:${permission}` })
    .input(orgInput)
    .use(async ({ ctx, input, next }) => {
      if (!ctx.person) throw unauthenticated();
      const account = accountScope(ctx.person.accountId);
      const membership = await findMembershipOnce(ctx.person.accountId, input.org);
      if (!membership)
        throw new AppError('organization.unknown', 'not-found', 'There is no such organisation.');
      if (!may(membership.role, permission))
        throw new AppError(
          'organization.forbidden',
          'forbidden',
          'Your role does not allow this.',
          'Ask an owner of the organisation.',
        );
      const scope = orgScope(membership.id, ctx.person.accountId, membership.role);
      return next({ ctx: { ...ctx, person: ctx.person, account, scope, organization: membership } });
    });
}

/** For the demo's own pages (outbox, issuers' desk); elsewhere they do not exist. */
export const demoProcedure = base.meta({ allow: 'demo' }).use(({ next }) => {
  if (!env().DEMO) throw new AppError('demo.off', 'not-found', 'This page exists in the demo only.');
  return next();
});
