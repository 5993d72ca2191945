import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SecretKeyMissing, SecretsUnreadable } from '../domain/webhooks/errors.ts';

/** Encrypts what must not be readable in the database or a backup of it. `about` names the owner: a text sealed for one opens for no other. */
export interface Vault {
  /** Throws SecretKeyMissing. */
  seal: (text: string, about: string) => string;
  /** Throws SecretsUnreadable. */
  open: (sealed: string, about: string) => string;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;

/** The first key seals; all of them open, so that a new key can be put before the old one. */
export function createVault(keys: Buffer[]): Vault {
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  return {
    seal: (text, about) => {
      const [key] = keys;
      if (!key) throw new SecretKeyMissing();
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return ['v1', idOf(key), ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
    },
    open: (sealed, about) => {
      const [, id = '', ...parts] = sealed.split('.');
      const key = byId.get(id);
      const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
      if (!key || !iv || !tag || !text) throw new SecretsUnreadable();
      try {
        const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: 16 }).setAAD(Buffer.from(about)).setAuthTag(tag);
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch {
        throw new SecretsUnreadable();
      }
    },
  };
}

/** Tells keys apart without telling anything about them. */
const idOf = (key: Buffer): string => createHash('sha256').update('concordat key id ').update(key).digest('base64url').slice(0, 8);
