import { z } from 'zod';
import { findPeople } from '#server/applications/index.ts';
import { findOwnCredentials, searchIssuers } from '#server/credentials/index.ts';
import { listPublishedJobs, searchJobs } from '#server/jobs/index.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { may } from '../permissions.ts';
import { orgProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

/** One answer of a letter typed; enough for somebody who writes fast. */
const rate = { name: 'palette', points: 300, seconds: 300 };
/** Results of a group. */
const most = 6;

const words = z.object({ q: z.string().trim().min(1).max(100) });

const found = z.object({
  /** What it is found by. */
  label: z.string(),
  /** Where it leads. */
  href: z.string(),
  /** Tells it from others of the same name. */
  detail: z.string().nullable(),
});

/** What the command palette finds beyond the pages themselves; never more than a screen can show. */
export const paletteRouter = t.router({
  anywhere: publicProcedure
    .input(words)
    .output(
      z.object({
        jobs: found.array(),
        credentials: found.array(),
        issuers: found.extend({ recognised: z.boolean() }).array(),
      }),
    )
    .query(async ({ ctx, input: { q } }) => {
      await takePoint(rate, ctx.person?.accountId ?? ctx.address);
      const own = ctx.person ? findOwnCredentials(candidateScope(ctx.person.accountId), q, most) : [];
      const [jobs, issuers, credentials] = await Promise.all([
        listPublishedJobs({ q }, ctx.now),
        searchIssuers(q, most),
        own,
      ]);
      return {
        jobs: jobs.items.slice(0, most).map(({ id, title, employer }) => ({
          label: title,
          href: `/jobs/${id}`,
          detail: employer.name,
        })),
        issuers: issuers.map(({ id, name, recognised }) => ({
          label: name,
          href: `/issuer?id=${encodeURIComponent(id)}`,
          detail: id,
          recognised,
        })),
        credentials: credentials.map(({ candidateId, id, title, issuerName }) => ({
          label: title,
          href: `/proof/${candidateId}/${id}`,
          detail: issuerName,
        })),
      };
    }),
  house: orgProcedure('jobs:read')
    .input(words)
    .output(z.object({ jobs: found.array(), people: found.array() }))
    .query(async ({ ctx, input: { q, org } }) => {
      await takePoint(rate, ctx.person.accountId);
      const [jobs, people] = await Promise.all([
        searchJobs(ctx.scope, q, most),
        // Whose role may not see candidates finds none.
        may(ctx.organization.role, 'candidates:read') ? findPeople(ctx.scope, q, most) : [],
      ]);
      return {
        people: people.map(({ candidateId, jobId, name, jobTitle }) => ({
          label: name,
          href: `/hire/${org}/jobs/${jobId}/candidates/${candidateId}`,
          detail: jobTitle,
        })),
        jobs: jobs.map(({ id, title, reference }) => ({
          label: title,
          href: `/hire/${org}/jobs/${id}/ranked`,
          detail: reference,
        })),
      };
    }),
});
