import { rowText } from './overview.ts';

test.each([
  [undefined, 'cold store 4: 288 points in Cel, not looked at yet'],
  [0, 'cold store 4: 288 points in Cel, 0 anomalies'],
  [1, 'cold store 4: 288 points in Cel, 1 anomaly'],
])('a row with %p anomalies reads "%s"', (anomalies, text) => {
  expect(rowText({ name: 'cold store 4', points: '288 points in Cel', anomalies })).toBe(text);
});
