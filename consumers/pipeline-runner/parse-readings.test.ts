import { parseReadings } from './parse-readings.ts';

test('readings are the lines below the header, in UTC', () => {
  expect(parseReadings('at,value\n2026-03-01T10:00:00Z,4.5\r\n2026-03-01T12:30:00+02:00, -1\n')).toEqual([
    { at: '2026-03-01T10:00:00.000Z', value: 4.5 },
    { at: '2026-03-01T10:30:00.000Z', value: -1 },
  ]);
});

test.each(['yesterday,1', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z,warm', '2026-03-01T10:00:00Z,'])(
  '"%s" is refused by its line',
  (line) => {
    expect(() => parseReadings(`at,value\n2026-03-01T09:00:00Z,1\n${line}`)).toThrow(/^Line 3 is not/);
  },
);
