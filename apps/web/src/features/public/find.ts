/** Those whose code or name holds every word typed; nothing typed finds all. */
export function find<T extends { code: string; name: string }>(items: readonly T[], typed: string): T[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(({ code, name }) => {
    const text = `${code} ${name}`.normalize('NFKC').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
