import { z } from 'zod';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const optional = z.string().trim().min(1).optional();

/** A comma-separated list; nothing is an empty one. */
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Learning platforms whose public certificate pages there is a reader for. */
export const platformNames = ['accredible', 'coursera', 'edx', 'microsoft-learn'];

/** Every environment variable the product reads; documented one by one in `.env.example`. */
export const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }),
  NEXTAUTH_SECRET: z.string().min(32),
  DEMO: flag,
  COOKIE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{0,20}$/)
    .default(''),
  STORAGE_DIR: z.string().default('.data/files'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TIME_ZONE: z.string().refine(isTimeZone).default('UTC'),
  ISSUER_HOST: z
    .string()
    .regex(/^[a-z0-9.-]+\.[a-z]+$/)
    .default('issuers.assay.example'),
  RECHECK_SECONDS: z.coerce.number().int().min(5).max(86_400).default(3_600),
  BLOCK_EXPLORERS: list.refine((items) =>
    items.every((item) => /^[a-z]+:[a-z]+(?::[a-z]+)?=https?:\/\/\S+$/.test(item)),
  ),
  SEAL_ROOTS_FILE: optional,
  ISSUER_REGISTRIES_FILE: optional,
  PLATFORM_PAGES: list.refine((items) => items.every((item) => platformNames.includes(item))),
  WALLET_SD_JWT_TYPES: z
    .string()
    .default('')
    .transform((list) => list.split(/\s+/).filter((type) => type !== '')),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Assay <assay@localhost>'),
  GITHUB_CLIENT_ID: optional,
  GITHUB_CLIENT_SECRET: optional,
  GOOGLE_CLIENT_ID: optional,
  GOOGLE_CLIENT_SECRET: optional,
  LINKEDIN_CLIENT_ID: optional,
  LINKEDIN_CLIENT_SECRET: optional,
  OIDC_NAME: optional,
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
});

/** The validated environment. */
export type Environment = z.output<typeof environment>;

const expectations: Readonly<Record<string, string>> = {
  DATABASE_URL: 'a postgresql:// address',
  NEXTAUTH_URL: 'the public http(s) address of this installation',
  NEXTAUTH_SECRET: 'at least 32 characters of randomness',
  SMTP_URL: 'an smtp:// or smtps:// address',
  TIME_ZONE: 'an IANA time zone such as Europe/Lisbon',
  DEMO: '0 or 1',
  COOKIE_PREFIX: 'at most 20 small letters, digits and hyphens',
  ISSUER_HOST: 'a host name such as issuers.example.org',
  RECHECK_SECONDS: 'a whole number from 5 to 86400',
  BLOCK_EXPLORERS: 'addresses such as btc:mainnet=https://explorer.example/api, separated by commas',
  PLATFORM_PAGES: `names out of ${platformNames.join(', ')}, separated by commas`,
  OIDC_ISSUER: 'the http(s) address of the provider',
};

/** Variables that mean something only together. */
const together: readonly (readonly (keyof Environment)[])[] = [
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['LINKEDIN_CLIENT_ID', 'LINKEDIN_CLIENT_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
];

function findHalves(given: Readonly<Record<string, unknown>>): string[] {
  return together.flatMap((names) => {
    const absent = names.filter((name) => given[name] === undefined);
    const present = names.filter((name) => given[name] !== undefined);
    if (absent.length === 0 || present.length === 0) return [];
    return absent.map((name) => `${name} is not set: expected together with ${present.join(' and ')}.`);
  });
}

/** Reads and checks variables. Throws one sentence per wrong variable: its name and what was expected. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  const issues = result.success ? [] : result.error.issues;
  const lines = issues.map((issue) => {
    const name = String(issue.path[0]);
    const state = given[name] === undefined ? 'is not set' : 'has a wrong value';
    return `${name} ${state}: expected ${expectations[name] ?? issue.message}.`;
  });
  lines.push(...findHalves(given));
  if (!result.success || lines.length > 0)
    throw new Error(`The environment is not complete.\n${lines.join('\n')}`);
  return result.data;
}

let known: Environment | undefined;

/** The environment of this process, read once at its first use (never while a module loads: builds have none). */
export function env(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}
