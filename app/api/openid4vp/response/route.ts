import { answerWallet } from '#server/api/http/wallet-endpoint.ts';

export { answerWallet as POST };
