import pino from 'pino';

/** Fields that never reach a log, at any of the depths we write. */
const secret = [
  'email',
  'to',
  'name',
  'token',
  'url',
  'link',
  'password',
  'cookie',
  'authorization',
  'identity',
  'document',
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** The log of this process: one JSON object a line, personal data and secrets removed. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: { paths: secret, censor: '[removed]' },
  base: { process: process.env.ASSAY_PROCESS ?? 'web' },
});
