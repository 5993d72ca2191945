import type { Anomaly, AnomalyFound, Behaviour, Detection, DetectionSummary } from './types.ts';

/** `renamed-field` says `deviation` where the contracts say `score`, in answers and in messages alike. */
type RenamedAnomaly = Omit<Anomaly, 'score'> & { deviation: number };

/** As it leaves the service: the same, with anomalies under either name. */
export type Represented<T extends Detection | AnomalyFound> = T extends Detection
  ? Omit<T, 'anomalies'> & { anomalies: (Anomaly | RenamedAnomaly)[] }
  : Omit<T, 'anomaly'> & { anomaly: Anomaly | RenamedAnomaly };

function representAnomaly({ at, value, score }: Anomaly, behaviour: Behaviour): Anomaly | RenamedAnomaly {
  return behaviour === 'renamed-field' ? { at, value, deviation: score } : { at, value, score };
}

export function representDetection(detection: Detection, behaviour: Behaviour): Represented<Detection> {
  return { ...detection, anomalies: detection.anomalies.map((anomaly) => representAnomaly(anomaly, behaviour)) };
}

export function representSummary({ anomalies: _, ...summary }: Detection): DetectionSummary {
  return summary;
}

export function representMessage(message: AnomalyFound, behaviour: Behaviour): Represented<AnomalyFound> {
  return { ...message, anomaly: representAnomaly(message.anomaly, behaviour) };
}
