export { finishRequest, getArrival, getRequestState } from './finish-request.ts';
export { proveDid } from './prove-did.ts';
export { receiveAnswer } from './receive-answer.ts';
export { signRequest, startRequest } from './start-request.ts';
