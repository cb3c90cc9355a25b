import { answerProcedureCall } from '#server/api/http/trpc-endpoint.ts';

export { answerProcedureCall as GET, answerProcedureCall as POST };
