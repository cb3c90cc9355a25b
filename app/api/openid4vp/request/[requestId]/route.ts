import { answerRequestObject } from '#server/api/http/wallet-endpoint.ts';

export { answerRequestObject as GET, answerRequestObject as POST };
