/** `_x000D_`: how a workbook writes a sign that XML cannot hold. */
export const decodeOoxmlEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
