export { addAddress } from './add-address.ts';
export { recordProvenDid, removeDid } from './change-dids.ts';
export { confirmAddress, noteProvenAddress } from './confirm-address.ts';
export { getIdentities } from './get-identities.ts';
export { openDidChallenge, spendDidChallenge } from './open-challenge.ts';
export { removeAddress } from './remove-address.ts';
export {
  createDemoAccount,
  deleteSessions,
  findAccount,
  isDemoAccount,
  listDemoAccounts,
} from './store/accounts.ts';
export { listAddresses } from './store/addresses.ts';
export { authAdapter } from './store/auth-adapter.ts';
export { listProvenDids } from './store/dids.ts';
