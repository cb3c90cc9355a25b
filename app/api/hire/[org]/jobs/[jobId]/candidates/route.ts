import { answerCandidates } from '#server/api/http/candidates-endpoint.ts';

export { answerCandidates as GET };
