import { answerSignIn } from '#server/api/http/auth-endpoint.ts';

export { answerSignIn as GET, answerSignIn as POST };
