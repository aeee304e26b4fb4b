/** Content-Disposition of a file (RFC 6266): a name of ASCII for old programs, and the real one. */
export const attachment = (name: string, asciiName: string): string =>
  `attachment; filename="${asciiName}"; filename*=UTF-8''${encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
