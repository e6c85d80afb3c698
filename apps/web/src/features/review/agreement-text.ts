/** Cohen's kappa as it is written: `0.62`; nothing to tell: a dash. */
export const kappaText = (kappa: number | null): string => (kappa === null ? '—' : kappa.toFixed(2));

/** How a kappa is usually read (Landis and Koch); undefined without one. */
export function kappaWords(kappa: number | null): string | undefined {
  if (kappa === null) return undefined;
  if (kappa > 0.8) return '几乎完全一致';
  if (kappa > 0.6) return '高度一致';
  if (kappa > 0.4) return '中等一致';
  if (kappa > 0.2) return '一般';
  return '一致程度低';
}
