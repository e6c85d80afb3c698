/** Distances of pairs of the same person, and of different ones. */
export type Distances = { same: number[]; different: number[] };

export type Rate = { count: number; of: number; share: number; atMost: number };
export type Row = { threshold: number; refused: Rate; accepted: Rate };

/** For each threshold: who is wrongly refused (same, above it) and who is wrongly accepted (different, not above it). */
export function ratesAt({ same, different }: Distances, thresholds: number[]): Row[] {
  return thresholds.map((threshold) => ({
    threshold,
    refused: rate(same.filter((distance) => distance > threshold).length, same.length),
    accepted: rate(different.filter((distance) => distance <= threshold).length, different.length),
  }));
}

/** `atMost`: the upper end of the 95 % interval (Wilson), which says how little a small sample proves. */
export function rate(count: number, of: number): Rate {
  if (of === 0) return { count, of, share: 0, atMost: 1 };
  const z = 1.96;
  const share = count / of;
  const centre = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { count, of, share, atMost: Math.min(1, (centre + spread) / (1 + (z * z) / of)) };
}

/** As a table in Markdown. */
export function tableOf(rows: Row[]): string {
  const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 2 : 0)} %`;
  const cell = ({ count, of, share, atMost }: Rate) =>
    `${count}/${of}，${percent(share)}（至多 ${percent(atMost)}）`;
  return [
    '| 距离不超过时通过 | 本人被拒 | 他人被放行 |',
    '|---|---|---|',
    ...rows.map(
      ({ threshold, refused, accepted }) =>
        `| ${threshold.toFixed(2)} | ${cell(refused)} | ${cell(accepted)} |`,
    ),
  ].join('\n');
}
