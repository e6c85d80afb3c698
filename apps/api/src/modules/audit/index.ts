import type { Server } from '#platform/serve';

export function routes(_server: Server): void {}
