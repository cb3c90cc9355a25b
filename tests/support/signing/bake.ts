/** Computes the CRC-32 of bytes (as PNG uses it); an argument, so that this file needs no platform. */
export type Crc32 = (bytes: Uint8Array) => number;

const signatureLength = 8;
const utf8 = new TextEncoder();

/** A PNG chunk: length, type, data, checksum over type and data. */
export function pngChunk(type: string, data: Uint8Array, crc32: Crc32): Uint8Array {
  const chunk = new Uint8Array(data.byteLength + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.byteLength);
  chunk.set(utf8.encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.byteLength + 8, crc32(chunk.subarray(4, data.byteLength + 8)));
  return chunk;
}

/**
 * Bakes a credential into a PNG (Open Badges "Baking"): an uncompressed iTXt chunk before everything but the header.
 *
 * @param keyword `openbadgecredential` for OB 3.0, `openbadges` for OB 2.0
 */
export function bakePng(
  png: Uint8Array,
  text: string,
  keyword: 'openbadgecredential' | 'openbadges',
  crc32: Crc32,
): Uint8Array {
  const headerLength = new DataView(png.buffer, png.byteOffset).getUint32(signatureLength) + 12;
  const at = signatureLength + headerLength;
  // keyword, end, no compression, method, no language, no translated keyword
  const data = new Uint8Array([...utf8.encode(keyword), 0, 0, 0, 0, 0, ...utf8.encode(text)]);
  const chunk = pngChunk('iTXt', data, crc32);
  const baked = new Uint8Array(png.byteLength + chunk.byteLength);
  baked.set(png.subarray(0, at));
  baked.set(chunk, at);
  baked.set(png.subarray(at), at + chunk.byteLength);
  return baked;
}

const namespaces = {
  ob3: { uri: 'https://purl.imsglobal.org/ob/v3p0', element: 'credential' },
  ob2: { uri: 'http://openbadges.org', element: 'assertion' },
} as const;

/** Bakes a credential into an SVG: JSON as content, a token or an address as the attribute `verify`. */
export function bakeSvg(svg: string, text: string, version: keyof typeof namespaces): string {
  const { uri, element } = namespaces[version];
  const isJson = text.trimStart().startsWith('{');
  const safe = text.replaceAll(']]>', ']]]]><![CDATA[>');
  const badge = isJson
    ? `<openbadges:${element}><![CDATA[${safe}]]></openbadges:${element}>`
    : `<openbadges:${element} verify="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`;
  return svg.replace(
    /<svg\b([^>]*)>/,
    (_whole, rest: string) => `<svg${rest} xmlns:openbadges="${uri}">${badge}`,
  );
}
