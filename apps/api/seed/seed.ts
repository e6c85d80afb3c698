import type { Services } from '#platform/context';

export interface Seeded {
  staff: { username: string; password: string; name: string }[];
}

/** Fills an empty database with the province's data, once. Undefined: it was filled before. */
export async function seedOnce(_services: Services): Promise<Seeded | undefined> {
  return undefined;
}
