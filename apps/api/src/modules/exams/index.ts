import type { Server } from '#platform/serve';

export { districtName } from './district-name.ts';
export { findProvince } from './find-province.ts';

export function routes(_server: Server): void {}
