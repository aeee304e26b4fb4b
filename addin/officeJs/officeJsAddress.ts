/**
 * Where office.js comes from: the one setting `OFFICE_JS` of a build. Unset, it is served by the city's own site, since
 * Microsoft's address does not answer from many networks in China.
 */
export const MICROSOFT_ADDRESSES = {
  /** Microsoft's own network. */
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  /** Microsoft 365 as 21Vianet runs it in China. */
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
} as const

const isNamed = (setting: string): setting is keyof typeof MICROSOFT_ADDRESSES => Object.hasOwn(MICROSOFT_ADDRESSES, setting)

/** Where the package of `version` lies on our own site: a path of its own, so that no cache mixes the parts of two versions. */
export const ownFolder = (version: string): string => `/office-js/${version}`

/**
 * The address that the pane's page names, for a setting: undefined or "own", "global", "21vianet", or an https address that
 * ends with /office.js (an intranet's copy). Throws on anything else: the pane of such a build could never open.
 */
export function officeJsAddress(setting: string | undefined, version: string): string {
  if (setting === undefined || setting === '' || setting === 'own') return `${ownFolder(version)}/office.js`
  if (isNamed(setting)) return MICROSOFT_ADDRESSES[setting]
  // office.js finds its other parts by its own name in the page.
  if (URL.canParse(setting) && /^https:\/\/.+\/office\.js$/.test(setting)) return setting
  throw new Error(`OFFICE_JS is "own", "global", "21vianet", or an https address that ends with /office.js, not "${setting}".`)
}

/** Excel's parts on every platform, in the released form: not Word's, nor what is for debugging. */
const PARTS = [
  /^office\.js$/,
  /^excel[a-z0-9.-]*\.js$/,
  /^o15apptofilemappingtable\.js$/,
  /^es6-promise\.js$/,
  /^[a-z]{2,3}(?:-[a-z0-9]+)+\/office_strings\.js$/,
  /^(?:telemetry|ariatelemetry)\/[a-z0-9._-]+\.js$/,
  /^agaveerrorux\//,
]

/** Whether office.js may ask for a file of its package ("zh-cn/office_strings.js") when it runs in Excel. */
export const isOfficeJsPart = (path: string): boolean => !path.includes('.debug.') && PARTS.some((part) => part.test(path))
