import type { SmsPurpose } from '@zikao/contract/identity';

/** The SMS port. `send` resolves when the channel has taken the message, and throws when it has not. */
export interface Sms {
  send(message: { phone: string; purpose: SmsPurpose | 'notification'; text: string }): Promise<void>;
  /** Where a person reads the messages of the demo channel. */
  readonly shownAt?: string;
}
