export { JobLoading as default } from '../job-loading.tsx';
