import { answerOriginal } from '#server/api/http/original-endpoint.ts';

export { answerOriginal as GET };
