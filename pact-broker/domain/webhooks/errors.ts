import { DomainError, NotFound } from '../errors.ts';

export const webhookNotFound = (uuid: string) => new NotFound(`webhook with the uuid ${uuid}`);
export const deliveryNotFound = (uuid: string) => new NotFound(`triggered webhook with the uuid ${uuid}`);

export class SecretKeyMissing extends DomainError {
  readonly code = 'secret-key-missing';
  constructor() {
    super(
      'This webhook has a password or a secret header, and this broker has no key to encrypt it with. ' +
        'Set CONCORDAT_SECRET_KEY to 32 random bytes in base64 (openssl rand -base64 32), the same on every replica, and start it again.',
    );
  }
}

/** Secrets that this process cannot read: they were encrypted with another key. */
export class SecretsUnreadable extends DomainError {
  readonly code = 'secrets-unreadable';
  constructor() {
    super(
      'The secrets of this webhook were encrypted with a key that this broker does not have. ' +
        'Add that key to CONCORDAT_SECRET_KEY (a comma after the newer one), or save the webhook with its secrets once more.',
    );
  }
}

/** A delivery that cannot be sent again as things are. */
export class RedeliveryRefused extends DomainError {
  readonly code = 'redelivery-refused';
}
