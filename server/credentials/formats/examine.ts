import type { Examination } from '../core/examination.ts';
import type { Classified } from '../gather/classify.ts';
import type { GatherContext } from '../gather/context.ts';
import { examineBlockcerts } from './blockcerts.ts';
import { examineClr } from './clr.ts';
import { examineEdc } from './edc.ts';
import { examineOb2 } from './ob2.ts';
import { examinePlatformPage } from './platform-page.ts';
import { examinePresentation } from './presentation.ts';
import { examineSdJwt } from './sd-jwt.ts';
import { refuseKind } from './unread.ts';
import { examineVc } from './vc.ts';

/** Gathers the facts that one kind of document needs, and judges them. */
type Examiner<Kind extends Classified['kind']> = (
  document: Extract<Classified, { kind: Kind }>,
  context: GatherContext,
) => Promise<Examination>;

/** One row a kind of document. A new format is a file here, a row here and its recognition in `gather/classify.ts`. */
const examiners: { [Kind in Classified['kind']]: Examiner<Kind> } = {
  vc: examineVc,
  clr: (document, context) => examineClr(document, context, examine),
  ob2: examineOb2,
  'sd-jwt': examineSdJwt,
  blockcerts: examineBlockcerts,
  edc: examineEdc,
  presentation: (document, context) => examinePresentation(document, context, examine),
  page: examinePlatformPage,
  link: async ({ format }) => refuseKind(format, 'not-a-credential', 'page'),
  refused: async ({ format, code, detail }) => refuseKind(format, code, detail),
};

/** Examines a classified document. Never throws for anything a document or the network does. */
export function examine(document: Classified, context: GatherContext): Promise<Examination> {
  const examiner = examiners[document.kind] as Examiner<Classified['kind']>;
  return examiner(document, context);
}
