import { answerReport } from '#server/api/http/report-endpoint.ts';

export { answerReport as GET };
