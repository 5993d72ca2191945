import type { AnomalyFound } from './types.ts';

/** The text of a notification, as short as a phone's lock screen wants it. */
export function notificationText({ dataset, detector, anomaly, severity }: AnomalyFound): string {
  const direction = anomaly.score < 0 ? 'low' : 'high';
  const value = dataset.unit === '1' ? anomaly.value : `${anomaly.value} ${dataset.unit}`;
  const mark = severity === 'critical' ? 'CRITICAL: ' : '';
  return `${mark}${dataset.name} is unusually ${direction}: ${value} at ${anomaly.at} (${detector.name})`;
}
