/**
 * A place for sealed bytes under safe names. `get` answers undefined for what is not there;
 * `put` returns only when the bytes would survive a power cut; `remove` of nothing is no error.
 */
export type Storage = {
  put(name: string, bytes: Buffer): Promise<void>;
  get(name: string): Promise<Buffer | undefined>;
  exists(name: string): Promise<boolean>;
  remove(name: string): Promise<void>;
};

/** ab/cd/abcd…: at a million files each folder holds about fifteen. */
export const fanOut = (name: string) => `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
