import type { IssuedOutput } from './schemas.ts';
import { listIssued } from './store/issuing.ts';

/** Credentials issued by this installation, newest first, at most `take`. */
export async function listIssuedCredentials(take: number): Promise<IssuedOutput[]> {
  return (await listIssued(take)).map(({ profile, ...row }) => ({ ...row, profileName: profile.name }));
}
