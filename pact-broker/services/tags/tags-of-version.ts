import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import { takeTagOffVersion } from '../../storage/deletions.ts';
import type { Pacticipant } from '../../storage/pacticipants.ts';
import type { Row } from '../../storage/schema.ts';
import { findTag } from '../../storage/tags.ts';
import { inTransaction, stillThere } from '../../storage/transaction.ts';
import { deployForTag } from '../deployments/deploy-for-tag.ts';
import { findOrCreatePacticipants } from '../pacticipants/find-or-create-pacticipants.ts';
import type { Tenant } from '../tenant.ts';
import { recordVersion } from '../versions/record-version.ts';
import { requireVersion, requireVersionToDeleteFrom } from '../versions/require-version.ts';

export type Tag = Row<'tags'>;

export interface TagOf {
  pacticipant: string;
  number: string;
  tag: string;
}

/**
 * Tags a version, created where it is new, with all that follows from a tag; also where it had the tag already, what a deployment follows
 * from. Tags that come with publishing deploy nothing: what is published is not there yet. Throws SimilarPacticipantExists.
 */
export function putTag(tenant: Tenant, { pacticipant: name, number, tag }: TagOf): Promise<{ tag: Tag; created: boolean }> {
  return inTransaction(tenant.db, async (trx) => {
    const pacticipant = (await findOrCreatePacticipants(trx, tenant, [name])).get(name) as Pacticipant;
    const { version, addedTags } = await recordVersion(trx, tenant, { pacticipant, number, tags: [tag] });
    if (tenant.rules.createDeployedVersionsForTags) await deployForTag(trx, tenant, { pacticipant, version, tag });
    return { tag: stillThere(await findTag(trx, version.id, tag)), created: addedTags.length > 0 };
  });
}

/** Throws PacticipantNotFound, NotFound. */
export async function readTag(db: Db, named: TagOf): Promise<Tag> {
  const { version } = await requireVersion(db, named);
  const found = await findTag(db, version.id, named.tag);
  if (!found) throw tagNotFound(named);
  return found;
}

/** Takes a tag off a version; a branch or deployment that came from it stays. Throws PacticipantNotFound, NotFound. */
export function removeTag(tenant: Tenant, named: TagOf): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    const { pacticipant, version } = await requireVersionToDeleteFrom(trx, named);
    const removed = await takeTagOffVersion(trx, { pacticipantId: pacticipant.id, versionId: version.id, tag: named.tag });
    if (!removed) throw tagNotFound(named);
  });
}

const tagNotFound = ({ pacticipant, number, tag }: TagOf) => new NotFound(`tag "${tag}" on version ${number} of ${pacticipant}`);
