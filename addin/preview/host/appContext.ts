/** What office.js asks its host about itself, once. */
export interface HostIdentity {
  readonly id: string
  readonly documentUrl: string
  readonly locale: string
  readonly settings: readonly (readonly [string, string])[]
  /** The ExcelApi that is declared: "1.14". */
  readonly api: string
  readonly readOnly: boolean
}

/** What this host declares besides its ExcelApi. */
const REQUIREMENTS = {
  DialogApi: '1.2',
  DocumentEvents: '1.1',
  Settings: '1.1',
  OpenBrowserWindowApi: '1.1',
}

const EXCEL = 16
/** Whether the document can be changed. */
const CLIENT_MODE = { readOnly: 0, readWrite: 1 } as const

/** The answer to the first question of office.js; names and order are its own, and it refuses to start where one is missing. */
export const appContext = ({ id, documentUrl, locale, settings, api, readOnly }: HostIdentity) => ({
  _id: id,
  _appName: EXCEL,
  _appVersion: 16,
  _appMinorVersion: 1,
  _appUILocale: locale,
  _dataLocale: locale,
  _docUrl: documentUrl,
  _clientMode: readOnly ? CLIENT_MODE.readOnly : CLIENT_MODE.readWrite,
  _settings: settings,
  _reason: 'documentOpened',
  _osfControlType: 1,
  _eToken: '',
  _correlationId: id,
  _appInstanceId: id,
  _requirementMatrix: JSON.stringify({ ExcelApi: api, ...REQUIREMENTS }),
  _hostCustomMessage: '',
  _hostFullVersion: '16.0.18000.41000',
  _clientWindowHeight: 600,
  _clientWindowWidth: 340,
  _addinName: '',
  _appDomains: [],
  _dialogRequirementMatrix: '',
  _featureGates: {},
  _initialDisplayMode: 0,
  _wacHostEnvironment: '0',
  _isFromWacAutomation: false,
  _marketplaceType: 0,
})
