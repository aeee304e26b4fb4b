/** A text as XML content or attribute value. Characters that XML cannot hold must be gone before (`safeText`). */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
