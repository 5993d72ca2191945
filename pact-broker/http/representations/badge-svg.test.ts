import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BadgeColor } from '../../domain/badges/badge.ts';
import { badgeAsSvg, shieldsIoUrl } from './badge-svg.ts';

const badge = (label: string, message = 'verified', color: BadgeColor = 'brightgreen') => ({ label, message, color });

test('draws both texts and the colour of the message', () => {
  const svg = badgeAsSvg(badge('a/b pact', 'failed', 'red'));
  expect(svg).toContain('>a/b pact</text>');
  expect(svg).toContain('>failed</text>');
  expect(svg).toContain('#e05d44');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+"/);
});

test('no text can leave its place, whatever a name holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (label) => {
      const svg = badgeAsSvg(badge(label));
      expect(svg.match(/<(?!\/?(svg|title|clipPath|rect|g|text)[\s>/])/)).toBeNull();
      expect(svg.match(/<text/g)).toHaveLength(2);
    }),
  );
  expect(badgeAsSvg(badge('<script>"&\u0000'))).toContain('&lt;script&gt;&quot;&amp; ');
});

test.each([
  ['a-b_c d/e', 'a--b__c%20d%2Fe'],
  ["(x)!*'", '%28x%29%21%2A%27'],
])('shields.io reads %s from %s', (label, expected) =>
  expect(shieldsIoUrl('https://img.shields.io', badge(label))).toBe(`https://img.shields.io/badge/${expected}-verified-brightgreen.svg`),
);
