import { answerExport } from '#server/api/http/export-endpoint.ts';

export const dynamic = 'force-dynamic';

export { answerExport as GET };
