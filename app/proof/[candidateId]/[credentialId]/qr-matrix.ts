/** QR code of a text: byte mode, error correction M, versions 1 to 10 (ISO/IEC 18004). Pure. */

const totalCodewords = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346] as const;
const eccPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26] as const;
const blockCount = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5] as const;

type Grid = { size: number; dark: Uint8Array; fixed: Uint8Array };

/** Product in the field GF(256) with the polynomial 0x11d. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    if ((b >>> bit) & 1) product ^= a;
  }
  return product;
}

function divisorOf(degree: number): number[] {
  let result = [...new Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step++) {
    result = result.map((value, index) => multiply(value, root) ^ (result[index + 1] ?? 0));
    root = multiply(root, 2);
  }
  return result;
}

function remainderOf(block: readonly number[], divisor: readonly number[]): number[] {
  let result = new Array<number>(divisor.length).fill(0);
  for (const value of block) {
    const factor = value ^ (result[0] ?? 0);
    result = divisor.map((part, index) => (result[index + 1] ?? 0) ^ multiply(part, factor));
  }
  return result;
}

/** The data codewords: mode, length, bytes, end, padding. */
function dataCodewords(bytes: Uint8Array, version: number, capacity: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  push(4, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < capacity * 8; pad ^= 0xec ^ 0x11) push(pad, 8);
  return Array.from({ length: capacity }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  );
}

/** Splits into blocks, adds error correction, interleaves. */
function interleave(data: readonly number[], version: number): number[] {
  const blocks = blockCount[version - 1] ?? 1;
  const ecc = eccPerBlock[version - 1] ?? 10;
  const total = totalCodewords[version - 1] ?? 26;
  const shortBlocks = blocks - (total % blocks);
  const shortData = Math.floor(total / blocks) - ecc;
  const divisor = divisorOf(ecc);
  let at = 0;
  const parts = Array.from({ length: blocks }, (_, index) => {
    const length = shortData + (index < shortBlocks ? 0 : 1);
    const words = data.slice(at, at + length);
    at += length;
    return { words, check: remainderOf(words, divisor) };
  });
  const column = (pick: 'words' | 'check', index: number) => parts.flatMap((part) => part[pick][index] ?? []);
  return [
    ...Array.from({ length: shortData + 1 }, (_, index) => column('words', index)).flat(),
    ...Array.from({ length: ecc }, (_, index) => column('check', index)).flat(),
  ];
}

function put(grid: Grid, x: number, y: number, dark: boolean): void {
  if (x < 0 || y < 0 || x >= grid.size || y >= grid.size) return;
  grid.dark[y * grid.size + x] = dark ? 1 : 0;
  grid.fixed[y * grid.size + x] = 1;
}

function alignmentPlaces(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const size = version * 4 + 17;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - step * (count - 2 - index))];
}

function drawSquare(grid: Grid, cx: number, cy: number, reach: number, light: readonly number[]): void {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      put(grid, cx + dx, cy + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
}

function checkBits(value: number, degree: number, generator: number): number {
  let rest = value;
  for (let step = 0; step < degree; step++) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * generator);
  return (value << degree) | rest;
}

function drawFormat(grid: Grid, mask: number): void {
  // Level M is 00, so the five bits are the mask alone.
  const bits = checkBits(mask, 10, 0x537) ^ 0x5412;
  const bit = (index: number) => ((bits >>> index) & 1) === 1;
  const { size } = grid;
  for (let index = 0; index < 6; index++) put(grid, 8, index, bit(index));
  put(grid, 8, 7, bit(6));
  put(grid, 8, 8, bit(7));
  put(grid, 7, 8, bit(8));
  for (let index = 9; index < 15; index++) put(grid, 14 - index, 8, bit(index));
  for (let index = 0; index < 8; index++) put(grid, size - 1 - index, 8, bit(index));
  for (let index = 8; index < 15; index++) put(grid, 8, size - 15 + index, bit(index));
  put(grid, 8, size - 8, true);
}

function drawFixed(grid: Grid, version: number): void {
  const { size } = grid;
  for (let index = 0; index < size; index++) {
    put(grid, 6, index, index % 2 === 0);
    put(grid, index, 6, index % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) drawSquare(grid, x, y, 4, [2, 4]);
  const places = alignmentPlaces(version);
  const last = size - 7;
  for (const x of places)
    for (const y of places)
      if (!((x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6)))
        drawSquare(grid, x, y, 2, [1]);
  drawFormat(grid, 0);
  if (version < 7) return;
  const bits = checkBits(version, 12, 0x1f25);
  for (let index = 0; index < 18; index++) {
    const dark = ((bits >>> index) & 1) === 1;
    const far = size - 11 + (index % 3);
    const near = Math.floor(index / 3);
    put(grid, far, near, dark);
    put(grid, near, far, dark);
  }
}

/** Fills the free modules with the words in the zigzag of the standard, under mask 0. */
function drawWords(grid: Grid, words: readonly number[]): void {
  const { size } = grid;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const upward = ((right + 1) & 2) === 0;
      const y = upward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid.fixed[y * size + x]) continue;
        const bit = ((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1;
        grid.dark[y * size + x] = bit ^ ((x + y) % 2 === 0 ? 1 : 0);
        at += 1;
      }
    }
  }
}

/** Rows of dark (true) and light modules, without the quiet zone. Null when the text is over 213 bytes. */
export function qrMatrix(text: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(text);
  const version = totalCodewords.findIndex((total, index) => {
    const capacity = total - (eccPerBlock[index] ?? 0) * (blockCount[index] ?? 0);
    return bytes.length + (index < 9 ? 2 : 3) <= capacity;
  }) + 1;
  if (version === 0) return null;
  const capacity =
    (totalCodewords[version - 1] ?? 0) - (eccPerBlock[version - 1] ?? 0) * (blockCount[version - 1] ?? 0);
  const size = version * 4 + 17;
  const grid: Grid = { size, dark: new Uint8Array(size * size), fixed: new Uint8Array(size * size) };
  drawFixed(grid, version);
  drawWords(grid, interleave(dataCodewords(bytes, version, capacity), version));
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => grid.dark[y * size + x] === 1),
  );
}
