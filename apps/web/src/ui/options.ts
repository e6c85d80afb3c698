import type { Option } from './Select.tsx';

/** The entries of a list to choose from, out of names by their values. */
export const optionsOf = (names: Readonly<Record<string, string>>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
