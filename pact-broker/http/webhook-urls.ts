import type { Urls } from './urls.ts';

const enc = encodeURIComponent;

export const webhookList = ({ base }: Urls) => `${base}/webhooks`;
export const webhookUrl = (urls: Urls, uuid: string) => `${webhookList(urls)}/${enc(uuid)}`;
export const executeUrl = (urls: Urls, uuid?: string) => `${uuid === undefined ? webhookList(urls) : webhookUrl(urls, uuid)}/execute`;

export const deliveryList = ({ base }: Urls) => `${base}/triggered-webhooks`;
export const deliveryUrl = (urls: Urls, uuid: string) => `${deliveryList(urls)}/${enc(uuid)}`;
export const deliveryLogUrl = (urls: Urls, uuid: string) => `${deliveryUrl(urls, uuid)}/logs`;

export const expectedVerificationList = ({ base }: Urls) => `${base}/expected-verifications`;
export const expectedVerificationUrl = (urls: Urls, uuid: string) => `${expectedVerificationList(urls)}/${enc(uuid)}`;
