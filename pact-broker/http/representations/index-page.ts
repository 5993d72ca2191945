import type { Urls } from '../urls.ts';

/** Where every client begins. Some relations are marked templated, or not, against what their address is: clients know them so. */
export function representIndex(urls: Urls) {
  const { base } = urls;
  const pacts = `${base}/pacts/provider/{provider}`;
  const between = `${pacts}/consumer/{consumer}`;
  const pacticipant = `${base}/pacticipants/{pacticipant}`;
  const one = (title: string, href: string) => ({ href, title, templated: false });
  const template = (title: string, href: string) => ({ href, title, templated: true });
  return {
    _links: {
      self: one('Index', base),
      'pb:publish-pact': template('Publish one pact', `${between}/version/{consumerApplicationVersion}`),
      'pb:publish-contracts': one('Publish the contracts of a version', `${base}/contracts/publish`),
      'pb:latest-pact-versions': one('Latest pact of each integration', `${base}/pacts/latest`),
      'pb:tagged-pact-versions': one('Pacts of an integration whose consumer version has a tag', `${between}/tag/{tag}`),
      'pb:branch-pact-versions': template('Pacts of an integration on a branch of the consumer', `${between}/branch/{branch}`),
      'pb:latest-branch-pact-versions': template(
        'Latest pact of an integration on a branch of the consumer',
        `${between}/branch/{branch}/latest/versions`,
      ),
      'pb:main-branch-pact-versions': template('Pacts of an integration on the main branch of the consumer', `${between}/branch/versions`),
      'pb:latest-main-branch-pact-versions': template(
        'Latest pact of an integration on the main branch of the consumer',
        `${between}/branch/latest/versions`,
      ),
      'pb:provider-pacts-with-main-branch': template("Pacts of a provider on the consumers' main branches", `${pacts}/branch`),
      'pb:provider-pacts-with-branch': template('Pacts of a provider on a branch of the consumers', `${pacts}/branch/{branch}`),
      'pb:latest-provider-pacts-with-main-branch': template(
        "Latest pacts of a provider on the consumers' main branches",
        `${pacts}/branch/latest`,
      ),
      'pb:latest-provider-pacts-with-branch': template(
        'Latest pacts of a provider on a branch of the consumers',
        `${pacts}/branch/{branch}/latest`,
      ),
      'pb:pacticipants': one('Pacticipants', urls.pacticipants()),
      'pb:pacticipant': template('A pacticipant', pacticipant),
      'pb:latest-provider-pacts': template('Latest pacts of a provider', `${pacts}/latest`),
      'pb:latest-provider-pacts-with-tag': template('Latest pacts of a provider with a tag', `${pacts}/latest/{tag}`),
      'pb:provider-pacts-with-tag': template('Pacts of a provider with a tag', `${pacts}/tag/{tag}`),
      'pb:provider-pacts': template('Pacts of a provider', pacts),
      'pb:latest-version': template('Latest version of a pacticipant', `${pacticipant}/latest-version`),
      'pb:latest-tagged-version': template('Latest version of a pacticipant with a tag', `${pacticipant}/latest-version/{tag}`),
      'pb:webhooks': one('Webhooks', `${base}/webhooks`),
      'pb:webhook': template('A webhook', `${base}/webhooks/{uuid}`),
      'pb:integrations': one('Integrations', `${base}/integrations`),
      'pb:pacticipant-version-tag': template('A tag of a version: get, put or remove it', `${pacticipant}/versions/{version}/tags/{tag}`),
      'pb:pacticipant-branch': template('A branch: get or delete it', `${pacticipant}/branches/{branch}`),
      'pb:pacticipant-branch-version': template(
        'A version on a branch: get it, put it there or take it off',
        `${pacticipant}/branches/{branch}/versions/{version}`,
      ),
      'pb:pacticipant-version': template('A version: get, create, change or delete it', `${pacticipant}/versions/{version}`),
      'pb:metrics': { href: `${base}/metrics`, title: 'Metrics' },
      'pb:can-i-deploy-pacticipant-version-to-tag': template(
        'Can a version be deployed beside the versions with a tag?',
        `${base}/can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}`,
      ),
      'pb:can-i-deploy-pacticipant-version-to-environment': template(
        'Can a version be deployed to an environment?',
        `${base}/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}`,
      ),
      'pb:provider-pacts-for-verification': template('Pacts that a provider should verify', `${pacts}/for-verification`),
      'beta:provider-pacts-for-verification': {
        name: 'beta',
        ...template('Old name; use pb:provider-pacts-for-verification', `${pacts}/for-verification`),
      },
      'service-desc': one('This API, as an OpenAPI document', `${base}/openapi.json`),
      'service-doc': one('This API, as a page to read and to try it', `${base}/api-docs`),
      'pb:environments': one('Environments', urls.environments()),
      'pb:environment': template('An environment', `${urls.environments()}/{uuid}`),
      curies: [urls.curie('index'), { ...urls.curie('index'), name: 'beta' }],
    },
  };
}

export const representHeartbeat = (urls: Urls) => ({ ok: true, _links: { self: { href: urls.heartbeat() } } });
