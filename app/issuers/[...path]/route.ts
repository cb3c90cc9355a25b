import { answerIssuingDocument } from '#server/api/http/issuing-endpoint.ts';

export { answerIssuingDocument as GET };
