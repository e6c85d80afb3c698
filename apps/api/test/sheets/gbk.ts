let signs: Map<string, Buffer> | undefined;

/** Text in GBK: what Node only reads, turned round. */
export function gbk(text: string): Buffer {
  signs ??= allSigns();
  return Buffer.concat([...text].map((sign) => signs!.get(sign) ?? Buffer.from(sign, 'latin1')));
}

function allSigns(): Map<string, Buffer> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const sign = decoder.decode(bytes);
      if ([...sign].length === 1 && sign !== '\uFFFD' && !found.has(sign)) found.set(sign, bytes);
    }
  return found;
}
