import { readJson } from '../read-json.ts';
import { type Container, refuse, type Single } from './unpacked.ts';

const link = /^https?:\/\/\S+$/i;
const dotted = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){1,4}$/;
const disclosed = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+~/;
const words: Partial<Record<Container, string>> = { png: 'picture', svg: 'picture', link: 'page' };

/** Tells by content what a text is: JSON, a compact token, or an address (verification.md §2.0). */
export function unpackText(text: string, container: Container): Single {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return refuse(container, 'malformed', 'it is empty');
  if (link.test(trimmed))
    return { kind: 'link', container: container === 'unknown' ? 'link' : container, url: trimmed };
  if (disclosed.test(trimmed))
    return { kind: 'disclosed', container: container === 'unknown' ? 'jwt' : container, text: trimmed };
  if (dotted.test(trimmed))
    return { kind: 'token', container: container === 'unknown' ? 'jwt' : container, text: trimmed };
  if (/^[{["]/.test(trimmed) || trimmed.includes('{')) return unpackJson(trimmed, container);
  return refuse(container, 'not-a-credential', words[container] ?? 'text');
}

function unpackJson(text: string, container: Container): Single {
  const at = container === 'unknown' ? 'json' : container;
  const read = readJson(text);
  if (!read.ok) return refuse(at, read.code, read.detail);
  return { kind: 'json', container: at, json: read.json, values: read.values, text: read.text };
}
