/** A text as XML content or attribute value. Characters that XML cannot hold must be gone before (`writtenText`, `safeText`). */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Control characters, halves of surrogate pairs and what is never a character; and an underscore that would begin such a sign. */
const NOT_IN_XML = /[^\P{Cc}\t\n\u007f-\u009f]|\p{Cs}|[\uFFFE\uFFFF]|_(?=x[\dA-Fa-f]{4}_)/gu

/** A text as Office writes it in a part: what XML cannot hold as _x0001_ (ECMA-376, ST_Xstring); `unescapeText` is the way back. */
export const writtenText = (text: string): string =>
  text.replace(NOT_IN_XML, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)

/** An element with its attributes escaped; `content` is XML already, and empty elements close themselves. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly string[] = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
  const inner = typeof content === 'string' ? content : content.join('')
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`
}

/** The declaration that each part of an Office file begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
