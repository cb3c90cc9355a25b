import { crc32, deflateSync } from 'node:zlib';
import { bakePng, bakeSvg, pngChunk } from './bake.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function header(width: number, height: number): Uint8Array {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = 8;
  return pngChunk('IHDR', data, crc32);
}

/** A grey picture of one pixel. */
export const plainPng: Uint8Array = Buffer.concat([
  signature,
  header(1, 1),
  pngChunk('IDAT', deflateSync(Buffer.from([0, 128])), crc32),
  pngChunk('IEND', new Uint8Array(), crc32),
]);

/** A small drawing. */
export const plainSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';

/** The picture with a credential inside: OB 3.0, or OB 2.0 when `version` says so. */
export function bakedPng(
  text: string,
  version: 'ob3' | 'ob2' = 'ob3',
  png: Uint8Array = plainPng,
): Uint8Array {
  return bakePng(png, text, version === 'ob3' ? 'openbadgecredential' : 'openbadges', crc32);
}

/** The drawing with a credential inside. */
export function bakedSvg(text: string, version: 'ob3' | 'ob2' = 'ob3'): string {
  return bakeSvg(plainSvg, text, version);
}

/** A picture whose credential is compressed text that grows to `bytes` when unpacked. */
export function pngBomb(bytes: number): Uint8Array {
  const text = deflateSync(Buffer.alloc(bytes, 0x20));
  const data = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), text]);
  const end = pngChunk('IEND', new Uint8Array(), crc32);
  return Buffer.concat([signature, header(60_000, 60_000), pngChunk('iTXt', data, crc32), end]);
}
