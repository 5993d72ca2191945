import { notificationText } from './notification-text.ts';
import { readAlerts } from './read-alerts.ts';

const url = process.env.DETECTION_SERVICE_URL ?? 'http://127.0.0.1:3002';
const { body } = await fetch(`${url}/alerts`);
if (!body) throw new Error(`${url}/alerts answered without a stream.`);

console.log(`alert-notifier listens to ${url}`);
for await (const message of readAlerts(body.pipeThrough(new TextDecoderStream()))) console.log(notificationText(message));
