// Factories that really sign credentials with throw-away issuers.
export { createIssuer, type Documents, didDocument, type Issuer, publishProfile } from './issuer.ts';
export { makeKey, publicJwk, toMultibase } from './keys.ts';
export { issueOb2Hosted, issueOb2Signed, type Ob2Order, publishRevocationList } from './open-badge-2.ts';
export { type BadgeOrder, buildOb3, issueJwt, issueOb3, signCompact } from './open-badge-3.ts';
export { bakedPng, bakedSvg, plainPng, plainSvg, pngBomb } from './pictures.ts';
export { serve } from './serve.ts';
export { signEmbedded } from './sign.ts';
export { encodeBits, statusEntry, statusList } from './status-list.ts';
export { clock, judge, type Question, verify } from './verify.ts';
