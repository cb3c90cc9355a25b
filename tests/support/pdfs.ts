import { deflateSync } from 'node:zlib';
import { type PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from 'pdf-lib';

/** What a PDF of these tests carries. */
export type PdfWishes = {
  files?: readonly { name: string; content: Uint8Array | string }[];
  links?: readonly string[];
  text?: readonly string[];
  pages?: number;
};

/** Writes a PDF with embedded files, link annotations and printed lines. */
export async function makePdf({
  files = [],
  links = [],
  text = [],
  pages = 1,
}: PdfWishes): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let count = 0; count < pages; count++) document.addPage([1_000, 400]);
  const page = document.getPage(0);
  for (const [row, line] of text.entries()) page.drawText(line, { x: 10, y: 380 - row * 30, size: 12 });
  for (const { name, content } of files)
    await document.attach(Uint8Array.from(Buffer.from(content)), name, {
      mimeType: 'application/octet-stream',
    });
  const notes = links.map((url) =>
    document.context.register(
      document.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 50, 20],
        A: { Type: 'Action', S: 'URI', URI: PDFString.of(url) },
      }),
    ),
  );
  if (notes.length > 0) page.node.set(PDFName.of('Annots'), document.context.obj(notes));
  return document.save();
}

/** A small PDF whose embedded file, packed twice, grows to `bytes` when unpacked. */
export async function pdfBomb(bytes: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([100, 100]);
  const data = deflateSync(deflateSync(Buffer.alloc(bytes), { level: 9 }), { level: 9 });
  const filters = { Filter: ['FlateDecode', 'FlateDecode'], Length: data.length, Type: 'EmbeddedFile' };
  const { context } = document;
  const stream = context.register(PDFRawStream.of(context.obj(filters) as PDFDict, data));
  const file = context.register(context.obj({ Type: 'Filespec', F: 'a.json', EF: { F: stream } }));
  document.catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: { Names: ['a', file] } }));
  return document.save({ useObjectStreams: false });
}
