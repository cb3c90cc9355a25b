import { randomUUID } from 'node:crypto';
import { getShown } from '#server/credentials/index.ts';
import { listMemberships } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { type AccountScope, type CandidateScope, candidateScope } from '#server/platform/scope.ts';
import { fitsHandle, handleOf, readHandle } from './core/handle.ts';
import { maySee, type Viewer, type Visibility } from './core/visibility.ts';
import type { OwnPageOutput, PublicPageOutput } from './schemas.ts';
import { findPage, hasBlocked, setShareKey } from './store/viewers.ts';

const unknownPage = () =>
  new AppError('page.unknown', 'not-found', 'There is no such page, or it is not shared with you.');

/** As what somebody looks at a candidate; `account` is null for strangers. */
export async function readViewer(
  account: AccountScope | null,
  scope: CandidateScope,
  hasLink: boolean,
): Promise<Viewer> {
  if (account === null) return { as: 'stranger', hasLink };
  if (account.accountId === scope.candidateId) return { as: 'holder' };
  const organizationIds = (await listMemberships(account)).map((membership) => membership.id);
  if (organizationIds.length === 0) return { as: 'stranger', hasLink };
  return { as: 'employer', blocked: await hasBlocked(scope, organizationIds), hasLink };
}

/**
 * True when an employer who is not holding a link may see the candidate: by the candidate's visibility, and unless
 * blocked.
 */
export async function isOpenTo(account: AccountScope, candidateId: string): Promise<boolean> {
  const scope = candidateScope(candidateId);
  const page = await findPage(scope);
  if (!page) return false;
  return maySee(page.visibility as Visibility, await readViewer(account, scope, false));
}

/**
 * A candidate's public page: who they say they are and the credentials they chose, each as it stands now. Errors:
 * `page.unknown`, also when it exists but is closed to the viewer, or has another address by now.
 */
export async function getPublicPage(account: AccountScope | null, handle: string): Promise<PublicPageOutput> {
  const candidateId = readHandle(handle);
  if (candidateId === null) throw unknownPage();
  const scope = candidateScope(candidateId);
  const page = await findPage(scope);
  if (!page || !fitsHandle(handle, page.id, page.shareKey)) throw unknownPage();
  const visibility = page.visibility as Visibility;
  const viewer = await readViewer(account, scope, true);
  if (!maySee(visibility, viewer)) throw unknownPage();
  const { displayName, headline, place } = page;
  const credentials = await getShown(candidateId);
  return { viewer: viewer.as, visibility, displayName, headline, place, credentials };
}

/** Where the candidate's own page is, and who may open it. */
export async function getOwnPage(scope: CandidateScope): Promise<OwnPageOutput> {
  const page = await findPage(scope);
  if (!page) throw unknownPage();
  const { displayName, headline, visibility } = page;
  return {
    handle: handleOf(page.id, page.shareKey),
    visibility: visibility as Visibility,
    displayName,
    headline,
  };
}

/** Gives the page a new address; the one before leads nowhere from then on. */
export async function renewPage(scope: CandidateScope): Promise<OwnPageOutput> {
  await setShareKey(scope, randomUUID());
  return getOwnPage(scope);
}
