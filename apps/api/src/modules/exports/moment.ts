/** 2027-03-08 18:00:00 in China, as spreadsheets sort it; nothing for what did not happen. */
export function moment(at: Date | string | null): string {
  if (!at) return '';
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
