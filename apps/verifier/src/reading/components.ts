export type Component = { points: [number, number][]; mean: number };

/** Groups of neighbouring cells (all eight sides) above the threshold, with the mean of their values. */
export function componentsOf(
  map: Float32Array,
  width: number,
  height: number,
  threshold: number,
): Component[] {
  const seen = new Uint8Array(map.length);
  const found: Component[] = [];
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || map[start]! <= threshold) continue;
    const open = [start];
    const points: [number, number][] = [];
    let sum = 0;
    seen[start] = 1;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const [x, y] = [cell % width, Math.floor(cell / width)];
      points.push([x, y]);
      sum += map[cell]!;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (seen[next] || map[next]! <= threshold) continue;
          seen[next] = 1;
          open.push(next);
        }
    }
    found.push({ points, mean: sum / points.length });
  }
  return found;
}
