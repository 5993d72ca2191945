/** What the notifier reads of the message "anomaly found", and nothing more. */
export interface AnomalyFound {
  dataset: { name: string; unit: string };
  detector: { name: string };
  anomaly: { at: string; value: number; score: number };
  severity: 'warning' | 'critical';
}
