export { proveDid } from './prove-did.ts';
