import { answerKeySet } from '#server/api/http/key-endpoint.ts';

export const dynamic = 'force-dynamic';

export { answerKeySet as GET };
