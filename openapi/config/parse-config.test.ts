import { ConfigError } from './config-error.ts';
import { parseConfig } from './parse-config.ts';

const good = `levels:
  response-property-enum-value-added: info
ignore:
  - id: api-removed-without-deprecation
    path: /old/**
    method: get
    reason: nobody has called it since March
    expires: 2026-12-31
  - fingerprint: "012345678901"
    reason: agreed with all consumers
`;

test('reads levels and ignores, with the place of each ignore', () => {
  const { levels, ignore } = parseConfig(good, 'c.yaml');
  expect(levels).toEqual([{ id: 'response-property-enum-value-added', level: 'info' }]);
  expect(ignore).toEqual([
    {
      id: 'api-removed-without-deprecation',
      path: '/old/**',
      method: 'GET',
      reason: 'nobody has called it since March',
      expires: '2026-12-31',
      location: { file: 'c.yaml', line: 4, column: 5 },
    },
    { fingerprint: '012345678901', reason: 'agreed with all consumers', location: { file: 'c.yaml', line: 9, column: 5 } },
  ]);
});

test('reads patterns, levels of components, and ignores of components', () => {
  const text = `levels:
  '*-enum-value-added': info
  response-property-became-optional:
    NodeSelectorTerm*: warning
    Pod.spec: error
ignore: [{ id: 'response-*', component: 'NodeSelectorTerm.*', message: '*matchFields*', reason: agreed }]`;
  const { levels, ignore } = parseConfig(text, 'c.yaml');
  expect(levels).toEqual([
    { id: '*-enum-value-added', level: 'info' },
    { id: 'response-property-became-optional', component: 'NodeSelectorTerm*', level: 'warning' },
    { id: 'response-property-became-optional', component: 'Pod.spec', level: 'error' },
  ]);
  expect(ignore).toMatchObject([{ id: 'response-*', component: 'NodeSelectorTerm.*', message: '*matchFields*' }]);
});

test('reads the policy of deprecation', () => {
  expect(parseConfig('deprecationDays: 90', 'c.yaml').deprecationDays).toBe(90);
  expect(parseConfig('', 'c.yaml').deprecationDays).toBe(0);
});

test('reads whether enums of answers are open', () => {
  expect(parseConfig('openEnums: true', 'c.yaml').openEnums).toBe(true);
  expect(parseConfig('', 'c.yaml').openEnums).toBe(false);
  expect(() => parseConfig('openEnums: yes please', 'c.yaml')).toThrow('c.yaml:1:12: openEnums must be true or false, not "yes please"');
});

test('reads the same from JSON', () => {
  const json = '{"levels": {"endpoint-added": "warning"},\n "ignore": [{"path": "/old", "reason": "old"}]}';
  expect(parseConfig(json, 'c.json')).toMatchObject({ ignore: [{ path: '/old', location: { line: 2, column: 13 } }] });
});

test.each(['', '# nothing yet\n', '{}', 'ignore: []\nlevels: {}'])('%j decides nothing', (text) => {
  expect(parseConfig(text, 'c.yaml')).toMatchObject({ levels: [], ignore: [] });
});

test.each([
  ['ignores: []', '1:1', 'there is no setting "ignores"; did you mean ignore?'],
  ['levels:\n  endpoint-add: info', '2:3', 'there is no rule "endpoint-add"; did you mean endpoint-added'],
  ['levels:\n  endpoint-added: fatal', '2:19', 'a level must be one of error, warning, info, not "fatal"'],
  ["levels:\n  '*-enum-valu-added': info", '2:3', 'no rule matches "*-enum-valu-added"; did you mean ', '-enum-value-added'],
  ["levels:\n  'xyzzy*': info", '2:3', 'no rule matches "xyzzy*"; `concordat openapi explain` lists them all'],
  ['levels:\n  endpoint-added: [info]', '2:19', 'a level must be one of error, warning, info, not ["info"]'],
  ['levels:\n  endpoint-added: {Pet: fatal}', '2:25', 'a level must be one of error, warning, info, not "fatal"'],
  ['levels:\n  endpoint-added: {"": info}', '2:20', 'a component must be a text that is not empty'],
  ["ignore:\n  - id: 'respond-*'\n    reason: x", '2:9', 'no rule matches "respond-*"'],
  ['ignore:\n  - message: "*"\n    reason: x', '2:5', 'an entry of ignore must say what'],
  ['levels: [endpoint-added]', '1:9', 'levels must be an object'],
  ['deprecationDays: -1', '1:18', 'deprecationDays must be a whole number of days, not -1'],
  ['deprecationDays: 3 months', '1:18', 'deprecationDays must be a whole number of days, not "3 months"'],
  ['ignore: {}', '1:9', 'ignore must be a list'],
  ['ignore:\n  - id: endpoint-added', '2:5', 'an entry of ignore must say why: give it a reason'],
  ['ignore:\n  - id: endpoint-added\n    reason: ""', '3:13', '"reason" must be a text that is not empty'],
  ['ignore:\n  - reason: because', '2:5', 'an entry of ignore must say what: give it an id, a path, a component or a fingerprint'],
  ['ignore:\n  - id: nothing-like-it-at-all\n    reason: x', '2:9', 'there is no rule "nothing-like-it-at-all"'],
  ['ignore:\n  - path: /a\n    until: 2026-01-01\n    reason: x', '3:5', 'there is no "until" in an entry of ignore'],
  ['ignore:\n  - path: /a\n    expires: 31.12.2026\n    reason: x', '3:14', '"expires" must be a day as YYYY-MM-DD'],
  ['ignore:\n  - path: /a\n    expires: 2026-02-30\n    reason: x', '3:14', '"expires" must be a day as YYYY-MM-DD'],
  ['ignore:\n  - path: a\n    reason: x', '2:11', 'a path begins with /'],
  ['ignore:\n  - fingerprint: 12345\n    reason: x', '2:18', '"fingerprint" must be a text: put quotes around 12345'],
  ['ignore:\n  - fingerprint: xyz\n    reason: x', '2:18', 'a fingerprint is twelve hex digits'],
  ['ignore: [', '1:10', ''],
  ['levels: {}\nlevels: {}', '2:1', ''],
  ['{"levels": }', '1:12', 'levels must be an object'],
  ['- a', '1:1', 'the config must be an object'],
  ['just text', '1:1', 'the config must be an object'],
])('%j is refused at %s', (text, place, reason, more = '') => {
  const parse = () => parseConfig(text, 'c.yaml');
  expect(parse).toThrow(ConfigError);
  expect(parse).toThrow(`c.yaml:${place}: ${reason}`.trimEnd());
  expect(parse).toThrow(more);
});
