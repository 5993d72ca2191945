interface NamedWebhook {
  uuid: string;
  /** Its description, or method and host of its address. */
  name: string;
}

/** What to call each of several webhooks to people, who could not tell those of one name apart: those have their uuid beside it. */
export function tellApart(webhooks: NamedWebhook[]): (webhook: NamedWebhook) => string {
  const uuidsOf = Map.groupBy(new Map(webhooks.map((webhook) => [webhook.uuid, webhook])).values(), ({ name }) => name);
  return ({ uuid, name }) => ((uuidsOf.get(name)?.length ?? 0) > 1 ? `${name} (${uuid})` : name);
}
