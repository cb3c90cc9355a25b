import { answerVerify, answerVerifyPreflight } from '#server/api/http/verify-endpoint.ts';

export { answerVerify as POST, answerVerifyPreflight as OPTIONS };
