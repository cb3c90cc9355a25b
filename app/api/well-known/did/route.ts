import { answerDidDocument } from '#server/api/http/key-endpoint.ts';

export const dynamic = 'force-dynamic';

export { answerDidDocument as GET };
