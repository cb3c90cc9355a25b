import { SaxesParser } from 'saxes';
import { unpackText } from './text.ts';
import { type Entry, type Refused, refuse } from './unpacked.ts';

const deepest = 64;
const places = [
  { uri: 'https://purl.imsglobal.org/ob/v3p0', local: 'credential' },
  { uri: 'http://openbadges.org', local: 'assertion' },
] as const;

type Found = { place: number; verify: string | null; body: string };

class XmlFault extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

const stop = (code: Refused['code'], detail: string) => new XmlFault(refuse('svg', code, detail));

/** Takes the credentials out of a baked SVG, by namespace and local name, whatever the prefix (verification.md §2.14); none is an empty list. */
export function unpackSvg(text: string): Entry[] | Refused {
  try {
    const found = readBadges(text);
    return [...places.keys()].flatMap((place) => {
      const those = found.filter((entry) => entry.place === place);
      if (those.length > 1) throw stop('malformed', 'the picture holds two credentials');
      return those.flatMap(unpackFound);
    });
  } catch (error) {
    if (error instanceof XmlFault) return error.refusal;
    throw error;
  }
}

/** The body wins over `verify`: a hosted badge is fetched in any case. */
function unpackFound({ place, verify, body }: Found): Entry[] {
  const text = body.trim() === '' ? (verify ?? '') : body;
  if (text === '') return [];
  const name = places[place]?.local ?? 'badge';
  return [{ name, bytes: Buffer.from(text), document: unpackText(text, 'svg') }];
}

function readBadges(text: string): Found[] {
  const parser = new SaxesParser({ xmlns: true });
  const found: Found[] = [];
  let depth = 0;
  let open: { found: Found; depth: number } | null = null;
  parser.on('error', (error) => {
    throw stop('malformed', `the picture is not XML (${error.message.slice(0, 80)})`);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw stop('malformed', 'the picture defines its own XML entities');
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > deepest) throw stop('too-large', `the picture nests deeper than ${deepest} levels`);
    if (depth === 1 && tag.local !== 'svg') throw new XmlFault(judgeRoot(tag.local));
    const place = places.findIndex(({ uri, local }) => tag.uri === uri && tag.local === local);
    if (place < 0) return;
    const verify = Object.values(tag.attributes).find((attribute) => attribute.local === 'verify');
    const entry: Found = { place, verify: verify?.value ?? null, body: '' };
    found.push(entry);
    open = { found: entry, depth };
  });
  parser.on('closetag', () => {
    if (open?.depth === depth) open = null;
    depth--;
  });
  const collect = (piece: string) => {
    if (open) open.found.body += piece;
  };
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.write(text).close();
  return found;
}

function judgeRoot(local: string): Refused {
  const isElm = /EuropassCredential|VerifiableCredential|europeanDigitalCredential/i.test(local);
  return isElm
    ? refuse('xml', 'unsupported-version', 'a European Digital Credential in XML')
    : refuse('xml', 'not-a-credential', 'XML file');
}
