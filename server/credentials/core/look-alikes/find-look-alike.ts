import { issuerHost } from '../did-web.ts';
import { hasMixedScripts, toUnicodeHost } from './host-names.ts';
import { isOneEditApart, skeletonOfHost, skeletonOfName } from './skeleton.ts';

/** An issuer as far as it can be taken for another. */
export type Named = { id: string; name: string | null; homepage: string | null };

/** Why an issuer is flagged. `resembles` is null for a host that mixes scripts and resembles nobody known. */
export type LookAlike = {
  by: 'name' | 'host' | 'mixed-scripts';
  resembles: { id: string; name: string } | null;
};

/** Recognised issuers, prepared for comparison. */
export type LookAlikeIndex = { issuer: { id: string; name: string }; name: string; hosts: string[] }[];

const lettersForEdits = 6;

function hostsOf({ id, homepage }: Named): string[] {
  const hosts = [issuerHost(id), homepage === null ? null : issuerHost(homepage)];
  return [...new Set(hosts.filter((host) => host !== null).map((host) => host.replace(/^www\.|:\d+$/g, '')))];
}

/** Prepares recognised issuers; those without a name are compared by host only. */
export function indexRecognised(recognised: readonly Named[]): LookAlikeIndex {
  return recognised.map((issuer) => ({
    issuer: { id: issuer.id, name: issuer.name ?? issuer.id },
    name: issuer.name === null ? '' : skeletonOfName(issuer.name),
    hosts: hostsOf(issuer),
  }));
}

/**
 * Compares an unrecognised issuer with the recognised ones (verification.md §4, look-alikes): names of equal skeleton or
 * one edit apart from six letters on; hosts that differ by top-level domain, hyphens or look-alike letters, or by one
 * edit; a label that mixes scripts. It is shown and never changes a verdict.
 */
export function findLookAlike(issuer: Named, index: LookAlikeIndex): LookAlike | null {
  const name = issuer.name === null ? '' : skeletonOfName(issuer.name);
  const others = index.filter((entry) => entry.issuer.id !== issuer.id);
  const byName = others.find((entry) => areNamesAlike(name, entry.name));
  if (byName) return { by: 'name', resembles: byName.issuer };
  const hosts = hostsOf({ ...issuer, homepage: null });
  const byHost = others.find((entry) =>
    hosts.some((host) => entry.hosts.some((other) => areHostsAlike(host, other))),
  );
  if (byHost) return { by: 'host', resembles: byHost.issuer };
  return hosts.some(hasMixedScripts) ? { by: 'mixed-scripts', resembles: null } : null;
}

function areNamesAlike(a: string, b: string): boolean {
  if (a.length < 3 || b.length < 3) return false;
  if (a === b) return true;
  return Math.min(a.length, b.length) >= lettersForEdits && isOneEditApart(a, b);
}

function areHostsAlike(host: string, other: string): boolean {
  if (host === other) return false;
  const [a, b] = [host, other].map((each) => splitHost(skeletonOfHost(toUnicodeHost(each))));
  if (!a || !b || a.rest.length < 3) return false;
  if (a.rest === b.rest) return true;
  // Below one domain stand tenants of one platform, whose names may well be neighbours.
  const isOnePlatform = a.domain === b.domain;
  return (
    !isOnePlatform &&
    Math.min(a.rest.length, b.rest.length) >= lettersForEdits &&
    isOneEditApart(a.rest, b.rest)
  );
}

/** A host without its top-level domain, and the two labels that name who registered it. */
function splitHost(host: string): { rest: string; domain: string } {
  const labels = host.split('.');
  return { rest: labels.slice(0, -1).join('.'), domain: labels.slice(-2).join('.') };
}
