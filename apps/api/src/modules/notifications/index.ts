import type { Listener } from '#platform/outbox';
import type { Server } from '#platform/serve';

export function routes(_server: Server): void {}

export const listen: Listener = async () => {};
