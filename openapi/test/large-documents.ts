import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** GitHub's own documents, several releases of them, 11 to 14 MB each. */
export const LARGE_DOCUMENTS = join(dirname(require.resolve('@octokit/openapi/package.json')), 'generated');
