// The address of a webhook is a password in the shape of a link, so it lies sealed in the database. The key comes from the
// server's own secret, which stands in a file beside it.

import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Random } from '../../shared/lib/env.ts';
import type { BoardId } from '../../shared/lib/ids.ts';

const nonceBytes = 12;
const tagBytes = 16;

export class AddressSeal {
  private readonly key: Buffer;
  private readonly random: Random;

  constructor({ tokenSecret }: { readonly tokenSecret: string }, random: Random) {
    this.key = createHmac('sha256', tokenSecret).update('addresses of webhooks').digest();
    this.random = random;
  }

  close(board: BoardId, url: URL): string {
    const nonce = this.random.bytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    // It opens on this board only.
    cipher.setAAD(Buffer.from(board));
    const sealed = Buffer.concat([
      nonce,
      cipher.update(url.href, 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return sealed.toString('base64url');
  }

  /** null when it was sealed with another secret or for another board. */
  open(board: BoardId, sealed: string): URL | null {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < nonceBytes + tagBytes) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, nonceBytes));
      decipher.setAAD(Buffer.from(board));
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      return new URL(text.toString('utf8'));
    } catch {
      return null;
    }
  }
}
