/** `510921••••••••6375`: region and the last four stay readable, birth date and the rest do not. */
export function maskIdNumber(value: string): string {
  return value.length < 11 ? value : value.slice(0, 6) + '•'.repeat(value.length - 10) + value.slice(-4);
}

/** An ID number in readable groups; masked wherever the page does not need the whole of it. */
export function IdNumber({ value, masked }: { value: string; masked?: boolean }) {
  const shown = masked ? maskIdNumber(value) : value;
  if (shown.length !== 18) return <span className="num">{shown}</span>;
  return (
    <span className="num">
      <span aria-hidden="true">{shown.replace(/^(.{6})(.{8})(.{4})$/, '$1 $2 $3')}</span>
      <span className="hidden-text">
        {masked ? `尾号 ${shown.slice(-4).split('').join(' ')}` : shown.split('').join(' ')}
      </span>
    </span>
  );
}
