// Factories that really sign credentials with throw-away issuers.
export { makeCertificate } from './certificates.ts';
export { issuerOfLog, makeLog, promiseKey, publishLog, signLogEntry } from './did-log.ts';
export { createIssuer, type Documents, didDocument, type Issuer, publishProfile } from './issuer.ts';
export { makeKey, publicJwk } from './keys.ts';
export { issueClr, issueClrJwt } from './learner-record.ts';
export { issueOb2Hosted, issueOb2Signed, publishRevocationList } from './open-badge-2.ts';
export { buildOb3, issueJwt, issueOb3, signCompact } from './open-badge-3.ts';
export { bakedPng, bakedSvg, plainPng, plainSvg, pngBomb } from './pictures.ts';
export { type PresentationOrder, presentDocument, presentToken } from './presentation.ts';
export { disclose, prove } from './prove.ts';
export {
  issueSdJwt,
  makeDisclosure,
  publishTokenMetadata,
  showSdJwt,
  tokenStatusList,
} from './sd-jwt.ts';
export { type ProofSuite, signEmbedded, toTokenPayload } from './sign.ts';
export { encodeBits, statusEntry, statusList, statusListToken } from './status-list.ts';
export { judge, verify } from './verify.ts';
