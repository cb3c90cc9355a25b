/** The domains, ground first: each may use those before it. One strict line, so that siblings cannot start a circle. */
const order = [
  'platform',
  'accounts',
  'skills',
  'credentials',
  'presentations',
  'organizations',
  'candidates',
  'jobs',
  'matching',
  'applications',
  'issuing',
  'integrations',
  'notifications',
  'privacy',
  'api',
];

const pure = [
  'zod',
  'jose',
  'dcql',
  'jsonld',
  'jsonld-signatures',
  'multiformats',
  'saxes',
  '@digitalbazaar/[^/]+',
];

/** @param {string[]} names */
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

const looksDown = order.slice(0, -1).map((domain, index) => ({
  name: `${domain}-looks-down`,
  comment: 'A domain uses those before it in the order. Upward news travels as a task.',
  severity: 'error',
  from: { path: `^server/${domain}/` },
  to: { path: `^server/(${order.slice(index + 1).join('|')})/` },
}));

/** @param {{ name: string, comment: string, from: object, to: object }} rule */
const forbid = (rule) => ({ severity: 'error', ...rule });

export default {
  forbidden: [
    forbid({ name: 'no-circles', comment: 'Circles of types count, too.', from: {}, to: { circular: true } }),
    ...looksDown,
    forbid({
      name: 'front-door',
      comment: 'Other domains are reached through index, schemas, tasks and core.',
      from: { path: '^server/([^/]+)/', pathNot: '^server/cli/' },
      to: {
        path: '^server/([^/]+)/',
        pathNot: [
          '^server/$1/',
          '^server/platform/',
          '^server/[^/]+/(index|schemas|policy-schemas|tasks)\\.ts$',
          '^server/[^/]+/core/',
        ],
      },
    }),
    forbid({
      name: 'core-is-pure',
      comment:
        'Rules have no input or output, clock, chance or database: only other rules and libraries of rules.',
      from: { path: '^server/[^/]+/core/' },
      to: { path: '.', pathNot: ['^server/[^/]+/core/', '^server/platform/errors\\.ts$', npm(...pure)] },
    }),
    forbid({
      name: 'schemas-are-light',
      comment: 'Forms in the browser share them.',
      from: { path: '^server/[^/]+/(schemas|policy-schemas)\\.ts$' },
      to: { path: '.', pathNot: ['[/-]schemas\\.ts$', '/core/', npm('zod')] },
    }),
    forbid({
      name: 'tasks-are-contracts',
      comment: 'Whoever enqueues must not load the handler.',
      from: { path: '^server/[^/]+/tasks\\.ts$' },
      to: { path: '.', pathNot: ['[/-]schemas\\.ts$', '^server/platform/task\\.ts$', npm('zod')] },
    }),
    forbid({
      name: 'db-in-store',
      comment: 'Queries live in stores.',
      from: {
        path: '^(app|server)/',
        pathNot: ['/store\\.ts$', '/store/', '^server/platform/', '^server/worker\\.ts$', '^server/cli/'],
      },
      to: { path: ['^server/platform/db\\.ts$', '^server/platform/generated/'] },
    }),
    forbid({
      name: 'one-way-out',
      comment: 'Only the guarded fetch reaches the network.',
      from: { path: '^(app|server)/', pathNot: '^server/platform/fetch\\.ts$' },
      to: { path: ['^(node:)?(https?|http2|net|tls|dns|dns/promises|dgram)$', npm('undici')] },
    }),
    forbid({
      name: 'rpc-in-api',
      comment: 'A domain knows no transport.',
      from: { path: '^server/', pathNot: '^server/api/' },
      to: { path: npm('@trpc/server') },
    }),
    forbid({
      name: 'page-asks-door',
      comment: 'Pages ask server/api; shapes are shared.',
      from: { path: ['^app/', '^proxy\\.ts$'] },
      to: { path: '^server/', pathNot: ['^server/api/', '[/-]schemas\\.ts$'] },
    }),
    forbid({
      name: 'server-knows-no-page',
      comment: 'The server runs without its pages.',
      from: { path: '^server/' },
      to: { path: '^app/' },
    }),
    forbid({
      name: 'product-knows-no-tools',
      comment: 'What is served depends on neither tests nor tools.',
      from: { path: '^(app|server)/' },
      to: { path: '^(tests|tools|prisma)/' },
    }),
    forbid({
      name: 'resolvable',
      comment: 'An import must lead somewhere.',
      from: {},
      to: { couldNotResolve: true },
    }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules|server/platform/generated' },
    exclude: { path: '^\\.next/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
