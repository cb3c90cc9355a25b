import { signInDemoPerson } from '#server/api/auth/demo-sign-in.ts';

export { signInDemoPerson as POST };
