export { addAddress } from './add-address.ts';
export { confirmAddress, noteProvenAddress } from './confirm-address.ts';
export { getIdentities } from './get-identities.ts';
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
