/** The layers of the house. Each rule's comment says what to do instead. */
const server = '^pact-broker/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other share a third idea: name it, move it to a file of its own, and let both import that.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules take what they need as arguments. Load it in a service with storage/, then hand the values to domain/.',
      severity: 'error',
      from: { path: `${server}domain/`, pathNot: '\\.test\\.ts$' },
      to: { pathNot: [`${server}domain/`, '^(node:)?crypto$', 'node_modules/fastest-levenshtein/'] },
    },
    {
      name: 'storage-knows-domain-only',
      comment: 'A query returns rows in the terms of domain/. What decides or combines belongs in a service.',
      severity: 'error',
      from: { path: `${server}storage/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${server}(services|http|jobs|ui|app\\.ts|main\\.ts|config\\.ts)` },
    },
    {
      name: 'only-storage-knows-the-database',
      comment: 'Add a query to storage/<noun>.ts and call that instead.',
      severity: 'error',
      from: { path: '^(pact-broker|scripts)/', pathNot: [`${server}storage/`, `${server}test/`, `${server}bench/`, '\\.test\\.ts$'] },
      to: { path: ['^node:sqlite$', 'node_modules/(kysely|pg)/'] },
    },
    {
      name: 'services-do-not-know-http',
      comment:
        'Throw an error of domain/ with a stable code; http/problem.ts gives it a status. Return domain values; http/representations turns them into HAL.',
      severity: 'error',
      from: { path: `${server}services/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${server}(http|jobs|ui|app\\.ts|main\\.ts|config\\.ts)` },
    },
    {
      name: 'http-and-jobs-stay-apart',
      comment: 'Both call services. What they share is a use case: put it in services/.',
      severity: 'error',
      from: { path: `${server}jobs/` },
      to: { path: `${server}(http|ui)/` },
    },
    {
      name: 'the-way-out-is-handed-in',
      comment: 'Take what sends as a function: tenant.webhooks.send. webhooks.ts puts it together, and tests put in what they like.',
      severity: 'error',
      from: { path: `${server}(domain|storage|services|http|jobs)/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${server}(outbound/|webhooks\\.ts$)` },
    },
    {
      name: 'the-way-out-knows-no-store',
      comment: "It sends what it is given, within the rules it is given. What to send is a service's business.",
      severity: 'error',
      from: { path: `${server}outbound/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${server}(storage|services|http|jobs|ui)/` },
    },
    {
      name: 'engine-by-its-door',
      comment: 'Import @concordat/openapi (openapi/index.ts) and export what you need from there.',
      severity: 'error',
      from: { path: '^(pact-broker|scripts|consumers|providers)/' },
      to: { path: '^openapi/(?!index\\.ts$)' },
    },
    {
      name: 'engine-stands-alone',
      comment: 'The engine knows documents, not the broker. Hand it what it needs as an argument.',
      severity: 'error',
      from: { path: '^openapi/' },
      to: { path: '^(pact-broker|scripts|consumers|providers)/' },
    },
    {
      name: 'scripts-reach-the-broker-over-http',
      comment: 'The command line is a client: use its HTTP client (only serve starts the process, through pact-broker/main.ts).',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^pact-broker/(?!main\\.ts$|test/)' },
    },
    {
      name: 'examples-stand-alone',
      comment: 'An example is what a user copies: it imports its own folder and published packages only.',
      severity: 'error',
      from: { path: '^(consumers|providers)/([^/]+)/' },
      to: { path: '^(consumers|providers|openapi|scripts|pact-broker)/', pathNot: '^$1/$2/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
