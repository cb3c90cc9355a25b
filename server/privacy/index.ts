export { eraseAccount } from './erase-account.ts';
export { listExports, openExport, requestExport } from './request-export.ts';
