import { crc32, deflateRawSync } from 'node:zlib';

/** A file for an archive. What is given besides name and content tells a lie about them, or asks for a feature. */
export type ZipFile = {
  name: string;
  content: Uint8Array | string;
  /** Stored as it is, not compressed. */
  stored?: boolean;
  claimedSize?: number;
  claimedCrc?: number;
  encrypted?: boolean;
  method?: number;
};

const utf8Names = 0x800;

/** Writes a zip archive: local headers with content, central directory, end record. */
export function makeZip(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { header, data, name } = describe(file);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), header, name, data]);
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x14\x03', 'latin1'),
        header,
        Buffer.alloc(10),
        uint32(offset),
        name,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The fields that both headers of a file share, from "version needed" to the length of the extra field. */
function describe(file: ZipFile): { header: Buffer; data: Buffer; name: Buffer } {
  const content = Buffer.from(file.content);
  const data = file.stored ? content : deflateRawSync(content);
  const name = Buffer.from(file.name);
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(utf8Names | (file.encrypted ? 1 : 0), 2);
  header.writeUInt16LE(file.method ?? (file.stored ? 0 : 8), 4);
  header.writeUInt32LE(file.claimedCrc ?? crc32(content), 10);
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(file.claimedSize ?? content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return { header, data, name };
}
