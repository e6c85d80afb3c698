import type { Actor } from '#platform/context';
import type { RequestRow } from './seal.ts';

/** Nobody looks again at their own request; what goes to the province is decided there. */
export function mayLookAgain(actor: Actor, { by, secondLook }: RequestRow): boolean {
  return by !== actor.id && (actor.role === 'province' || secondLook === 'colleague');
}
