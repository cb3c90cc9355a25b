/**
 * One spelling for each skill URI.
 *
 * Issuers write the same concept as an http or https URI, with a trailing slash, with capitals in the UUID, as a
 * page of the ESCO portal that carries the URI in a parameter, or as a page of a registry. Comparing is done on
 * the spelling made here and nowhere else. Only the exact hosts of a scheme are recognised: a page elsewhere that
 * merely quotes a URI is not that concept.
 */

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const escoPath = /^\/esco\/([a-z-]+)\/([^/]+)$/i;
const casePath = new RegExp(`^/(?:uri|ims/case/v1p[0-9]/(CF[A-Za-z]+))/(${uuid})$`, 'i');
const ctid = new RegExp(`/(ce-${uuid})(?:/|$)`, 'i');
const onetElement = /^\/find\/descriptor\/result\/([0-9](?:\.[A-Z0-9]+)+)(?:\/|$)/i;
const onetOccupation = /^\/link\/(?:summary|details|custom|result)\/(\d{2}-\d{4}(?:\.\d{2})?)$/i;
const onetTechnology = /^\/search\/(?:hot_)?tech\/example$/i;

/** The vocabulary a URI belongs to; `assay` is the product's own starter scheme. */
export type UriScheme = 'esco' | 'onet' | 'ctdl' | 'case' | 'assay' | 'other';

/**
 * A URI taken apart: its scheme, its canonical spelling, and the segment that says what kind of concept it names
 * (`skill` and `occupation` in ESCO, `element`, `occupation` and `technology` in O*NET, the folder of a registry
 * page, the CF class of a CASE address); null when the address does not tell.
 */
export type ParsedUri = { scheme: UriScheme; uri: string; segment: string | null };

/**
 * Takes apart a URI in any of the spellings seen in the wild (taxonomy.md §5).
 * @returns null when the text is no absolute http(s) URI or URN.
 */
export function parseSkillUri(text: string): ParsedUri | null {
  const url = toUrl(text);
  if (url === null) return null;
  if (url.protocol === 'urn:') return parseUrn(url);
  const host = url.port === '' ? url.hostname : url.host;
  const path = url.pathname.replace(/\/+$/, '');
  return (
    parseEsco(host, path, url) ??
    parseOnet(host, path, url) ??
    parseCtdl(host, path, url) ??
    parseCase(host, path, url) ?? { scheme: 'other', uri: plainSpelling(url), segment: null }
  );
}

/**
 * The canonical spelling of a skill URI, the key of every comparison and of the skill table.
 * @returns null when the text is no absolute http(s) URI or URN.
 */
export function canonicalSkillUri(text: string): string | null {
  return parseSkillUri(text)?.uri ?? null;
}

function toUrl(text: string): URL | null {
  try {
    const url = new URL(text.trim());
    return ['http:', 'https:', 'urn:'].includes(url.protocol) && url.username === '' ? url : null;
  } catch {
    return null;
  }
}

function parseUrn(url: URL): ParsedUri {
  const own = /^assay:skill:([a-z0-9-]+)$/i.exec(url.pathname);
  if (own?.[1]) return { scheme: 'assay', uri: `urn:assay:skill:${own[1].toLowerCase()}`, segment: 'skill' };
  return { scheme: 'other', uri: url.href, segment: null };
}

function parseEsco(host: string, path: string, url: URL): ParsedUri | null {
  if (host === 'data.europa.eu') return parseEscoConcept(path);
  const isPortal = host === 'esco.ec.europa.eu' || (host === 'ec.europa.eu' && path.startsWith('/esco/'));
  if (!isPortal) return null;
  const quoted = toUrl(url.searchParams.get('uri') ?? '');
  const concept =
    quoted?.host === 'data.europa.eu' ? parseEscoConcept(quoted.pathname.replace(/\/+$/, '')) : null;
  return concept ?? { scheme: 'esco', uri: plainSpelling(url), segment: null };
}

/** ESCO's own URIs are http and lower-case; only group and ISCO codes (`S5.8.1`, `C7121`) are capitals. */
function parseEscoConcept(path: string): ParsedUri | null {
  const [, family, id] = escoPath.exec(path) ?? [];
  if (!family || !id) return null;
  const isUuid = new RegExp(`^${uuid}$`, 'i').test(id);
  const code = isUuid ? id.toLowerCase() : id.toUpperCase();
  const segment = family.toLowerCase() === 'skill' && !isUuid ? 'skill-group' : family.toLowerCase();
  return { scheme: 'esco', uri: `http://data.europa.eu/esco/${family.toLowerCase()}/${code}`, segment };
}

function parseOnet(host: string, path: string, url: URL): ParsedUri | null {
  if (host !== 'www.onetonline.org' && host !== 'onetonline.org') return null;
  const base = 'https://www.onetonline.org';
  const element = onetElement.exec(path)?.[1];
  if (element)
    return { scheme: 'onet', uri: `${base}/find/descriptor/result/${onetId(element)}`, segment: 'element' };
  const occupation = onetOccupation.exec(path)?.[1];
  if (occupation) {
    const code = occupation.includes('.') ? occupation : `${occupation}.00`;
    return { scheme: 'onet', uri: `${base}/link/summary/${code}`, segment: 'occupation' };
  }
  const technology = onetTechnology.test(path) ? url.searchParams.get('e')?.trim() : undefined;
  if (technology) {
    const query = new URLSearchParams({ e: technology }).toString();
    return { scheme: 'onet', uri: `${base}/search/tech/example?${query}`, segment: 'technology' };
  }
  return { scheme: 'onet', uri: plainSpelling(url), segment: null };
}

/** Element ids are written `2.A.1.a`: the second part a capital, a letter after that small. */
function onetId(id: string): string {
  return id
    .split('.')
    .map((part, position) => (position === 1 ? part.toUpperCase() : part.toLowerCase()))
    .join('.');
}

function parseCtdl(host: string, path: string, url: URL): ParsedUri | null {
  const bare = host.replace(/^www\./, '');
  if (bare !== 'credentialfinder.org' && bare !== 'credentialengineregistry.org') return null;
  const folder = path.split('/')[1]?.toLowerCase() || null;
  const segment = folder === 'resources' ? null : folder;
  const id = ctid.exec(path)?.[1];
  const uri = id ? `https://credentialengineregistry.org/resources/${id.toLowerCase()}` : plainSpelling(url);
  return { scheme: 'ctdl', uri, segment };
}

function parseCase(host: string, path: string, url: URL): ParsedUri | null {
  const match = casePath.exec(path);
  const atRegistry = host === 'caseregistry.imsglobal.org' || host === 'casenetwork.imsglobal.org';
  if (!match?.[2] || (!atRegistry && !match[1])) {
    return atRegistry ? { scheme: 'case', uri: plainSpelling(url), segment: null } : null;
  }
  const segment = match[1] ?? null;
  if (atRegistry) {
    return {
      scheme: 'case',
      uri: `https://caseregistry.imsglobal.org/uri/${match[2].toLowerCase()}`,
      segment,
    };
  }
  return { scheme: 'case', uri: `https://${host}${path.replace(match[2], match[2].toLowerCase())}`, segment };
}

/** Lower-case host, no default port, no trailing slash; the fragment stays, since it may be what names the concept. */
function plainSpelling(url: URL): string {
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.protocol}//${url.host}${path}${url.search}${url.hash}`;
}
