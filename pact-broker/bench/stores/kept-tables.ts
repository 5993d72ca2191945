/**
 * What the write paths of storage/branches.ts, storage/tags.ts and storage/verifications.ts would have left beside the history,
 * in statements that both databases understand. In order: later ones read what earlier ones wrote.
 */
export const keptTables: string[] = [
  'update branch_versions set position = version_id',
  `update branches set head_version_id = (select max(version_id) from branch_versions bv where bv.branch_id = branches.id)`,
  'update branches set head_position = head_version_id',
  'insert into tag_beginnings (pacticipant_id, name, began_at) select pacticipant_id, name, min(created_at) from tags group by pacticipant_id, name',
  `insert into tag_heads (pacticipant_id, name, version_id) select pacticipant_id, name, max(version_id) from tags group by pacticipant_id, name`,
  `insert into integrations (consumer_id, provider_id, created_at, contract_data_updated_at)
   select consumer_id, provider_id, min(created_at), max(created_at) from pact_publications group by consumer_id, provider_id
   order by min(id)`,
  `insert into branch_head_pacts (branch_id, provider_id, consumer_id, consumer_version_id, pact_version_id, published_at)
   select h.branch_id, p.provider_id, p.consumer_id, p.consumer_version_id, p.pact_version_id, p.created_at
   from (select bv.branch_id, p.provider_id, max(p.consumer_version_id) as version_id
         from branch_versions bv join pact_publications p on p.consumer_version_id = bv.version_id
         group by bv.branch_id, p.provider_id) h
   join pact_publications p on p.consumer_version_id = h.version_id and p.provider_id = h.provider_id`,
  `insert into tag_head_pacts (consumer_id, provider_id, tag, consumer_version_id, pact_version_id, published_at)
   select p.consumer_id, p.provider_id, h.name, p.consumer_version_id, p.pact_version_id, p.created_at
   from (select t.name, p.consumer_id, p.provider_id, max(p.consumer_version_id) as version_id
         from tags t join pact_publications p on p.consumer_version_id = t.version_id
         group by t.name, p.consumer_id, p.provider_id) h
   join pact_publications p on p.consumer_version_id = h.version_id and p.provider_id = h.provider_id`,
  `insert into latest_verifications
     (pact_version_id, provider_version_id, consumer_id, provider_id, verification_id, success, created_at)
   select v.pact_version_id, v.provider_version_id, v.consumer_id, v.provider_id, v.id, v.success, v.created_at
   from (select max(id) as id from verifications group by pact_version_id, provider_version_id) newest
   join verifications v on v.id = newest.id order by v.id`,
  `insert into branch_successes (pact_version_id, branch_id, first_success_at, first_explicit_at)
   select v.pact_version_id, bv.branch_id, min(v.created_at), min(v.created_at)
   from verifications v join branch_versions bv on bv.version_id = v.provider_version_id
   where v.success = 1 group by v.pact_version_id, bv.branch_id`,
];
