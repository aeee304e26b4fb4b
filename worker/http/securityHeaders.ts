/**
 * Headers of every answer. Excel on the web shows the pane in a frame, so X-Frame-Options and
 * Cross-Origin-Opener-Policy are left out and `frame-ancestors` names Microsoft's hosts.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'self' https://excel.cloud.microsoft https://*.officeapps.live.com https://*.sharepoint.com https://onedrive.live.com https://*.cloud.microsoft",
}
