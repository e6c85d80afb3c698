/** The fine wavy lines of a card, in a frame of 1180 × 744: three families of sine waves that cross. */
export function waves(): string {
  const line = (base: number, rise: number, length: number, phase: number) => {
    const points = Array.from({ length: 61 }, (_, i) => {
      const x = (i * 1180) / 60;
      return `${x.toFixed(0)} ${(base + rise * Math.sin((x / length) * Math.PI * 2 + phase)).toFixed(1)}`;
    });
    return `M${points.join('L')}`;
  };
  const family = (colour: string, rise: number, length: number, step: number, drift: number) => {
    const lines = Array.from({ length: Math.ceil(900 / step) }, (_, i) =>
      line(i * step - 60, rise, length, i * drift),
    );
    return `<path d="${lines.join('')}" fill="none" stroke="${colour}" stroke-width="1.1"/>`;
  };
  return `<g opacity=".5">${family('#8fc3d8', 34, 520, 13, 0.16)}${family('#e2b3bd', 26, 390, 17, -0.2)}${family('#a9cfae', 46, 760, 23, 0.12)}</g>`;
}

/** A round ornament of petals and rings. Deliberately not the national emblem, which a drawing must not imitate. */
export function rosette(x: number, y: number, radius: number): string {
  const petals = Array.from({ length: 24 }, (_, i) => {
    const turn = `rotate(${i * 15} ${x} ${y})`;
    return `<ellipse cx="${x}" cy="${y - radius * 0.62}" rx="${radius * 0.2}" ry="${radius * 0.36}" transform="${turn}"/>`;
  });
  const mountains = `M${x - radius * 0.42} ${y + radius * 0.24} L${x - radius * 0.16} ${y - radius * 0.16} L${x} ${y + radius * 0.06} L${x + radius * 0.18} ${y - radius * 0.28} L${x + radius * 0.44} ${y + radius * 0.24} Z`;
  return `<g fill="none" stroke="#b5302c" stroke-width="2.4"><circle cx="${x}" cy="${y}" r="${radius}"/>
    <circle cx="${x}" cy="${y}" r="${radius * 0.52}"/>${petals.join('')}</g>
    <circle cx="${x}" cy="${y}" r="${radius * 0.5}" fill="#c23a32"/><path d="${mountains}" fill="#f7d9a0"/>`;
}
