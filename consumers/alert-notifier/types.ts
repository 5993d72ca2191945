import type { components } from './generated/detection-service.ts';

type Message = components['schemas']['AnomalyFound'];

/** What the notifier reads of the message "anomaly found", and nothing more. */
export interface AnomalyFound extends Pick<Message, 'anomaly' | 'severity'> {
  dataset: Pick<Message['dataset'], 'name' | 'unit'>;
  detector: Pick<Message['detector'], 'name'>;
}
