import { expect, test } from '@jest/globals';
import { displayName } from './display-name.ts';

test.each([
  ['production', 'Production'],
  ['order-web', 'Order Web'],
  ['order_web.eu', 'Order Web Eu'],
  ['orderWebAPI', 'Order Web API'],
  ['APIGateway', 'API Gateway'],
  ['Order Web', 'Order Web'],
  ['a sentence of one who knows', 'a sentence of one who knows'],
  ['---', '---'],
])('%s reads as %s', (name, expected) => expect(displayName(name)).toBe(expected));
