/** The settings that change what a write means. The defaults are those of the reference broker, so that a move changes nothing. */
export interface BrokerRules {
  /** The first tag put on a version without a branch, within ten seconds of its creation, becomes its branch too. */
  useFirstTagAsBranch: boolean;
  /** A tag named like an environment records a deployment of that version there. */
  createDeployedVersionsForTags: boolean;
  /** A version on a branch (or with a tag) named develop, main or master makes that the pacticipant's main branch, where none is set. */
  autoDetectMainBranch: boolean;
  /** Publishing refuses a new pacticipant whose name nearly equals an existing one. */
  checkForPotentialDuplicateNames: boolean;
  /** The pact of an existing consumer version may be replaced by other content. */
  allowPactModification: boolean;
}

export const defaultBrokerRules: BrokerRules = {
  useFirstTagAsBranch: true,
  createDeployedVersionsForTags: true,
  autoDetectMainBranch: true,
  checkForPotentialDuplicateNames: true,
  allowPactModification: false,
};
