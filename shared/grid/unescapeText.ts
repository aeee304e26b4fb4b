/**
 * A text of a workbook's part as a person sees it: Office writes characters that XML cannot hold as _x000D_ (a carriage
 * return), and an underscore that might begin such a sign as _x005F_ (ECMA-376, ST_Xstring).
 */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text
