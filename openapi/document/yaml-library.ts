import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The YAML library, loaded with the first YAML text: it takes longer to load than two small JSON documents to compare. */
export function yamlLibrary(): typeof import('yaml') {
  return require('yaml');
}

/** Another one, which reads ten times faster, and knows less of where something stands and what is wrong there. */
export function fastYamlLibrary(): typeof import('js-yaml') {
  return require('js-yaml');
}
