/** The content of a DER value with its tag, and what follows it. */
type Value = { tag: number; content: Buffer; rest: Buffer };

/** Object identifiers in DER: signed data (RFC 5652), and the content of a time stamp (RFC 3161). */
const signedData = Buffer.from('2a864886f70d010702', 'hex');
const stampContent = Buffer.from('2a864886f70d0109100104', 'hex');

class NoTimeStamp extends Error {}

function readValue(bytes: Buffer): Value {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new NoTimeStamp();
  const size = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || size > 4 || bytes.length < 2 + size) throw new NoTimeStamp();
  const length = size === 0 ? first : bytes.readUIntBE(2, size);
  const end = 2 + size + length;
  if (bytes.length < end) throw new NoTimeStamp();
  return { tag, content: bytes.subarray(2 + size, end), rest: bytes.subarray(end) };
}

/** The values inside another, at most `most` of them. */
function listValues(content: Buffer, most = 32): Value[] {
  const values: Value[] = [];
  for (let left = content; left.length > 0 && values.length < most; left = values.at(-1)?.rest ?? left)
    values.push(readValue(left));
  return values;
}

function pick(values: Value[], at: number, tag: number): Buffer {
  const value = values[at];
  if (value?.tag !== tag) throw new NoTimeStamp();
  return value.content;
}

/**
 * Reads when a time stamp says that it was made (RFC 3161, DER). Whose stamp it is, and over what, is not evaluated.
 * Null for anything that is no time stamp.
 */
export function readTimeStamp(der: Buffer): Date | null {
  try {
    const outer = listValues(pick(listValues(der, 1), 0, 0x30));
    if (!pick(outer, 0, 0x06).equals(signedData)) return null;
    const signed = listValues(pick(listValues(pick(outer, 1, 0xa0), 1), 0, 0x30));
    const wrapped = listValues(pick(signed, 2, 0x30));
    if (!pick(wrapped, 0, 0x06).equals(stampContent)) return null;
    const info = listValues(
      pick(listValues(pick(listValues(pick(wrapped, 1, 0xa0), 1), 0, 0x04), 1), 0, 0x30),
    );
    const made = pick(info, 4, 0x18).toString('latin1');
    const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(made);
    const time = parts
      ? Date.UTC(
          ...(parts.slice(1, 7).map((part, at) => Number(part) - (at === 1 ? 1 : 0)) as [number, number]),
        )
      : Number.NaN;
    return Number.isNaN(time) ? null : new Date(time);
  } catch (error) {
    if (error instanceof NoTimeStamp) return null;
    throw error;
  }
}
