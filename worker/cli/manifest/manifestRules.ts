import { type XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm'
import { pngSize } from './pngSize.ts'

/** What the rules look at: the parsed manifest, and the file that is served under a path ("/icons/icon-16.png"). */
export interface ManifestFacts {
  readonly manifest: XmlDocument
  readonly served: (path: string) => Uint8Array | undefined
}

/** A rule of ours: what is wrong, one sentence each, in the order of the file. None throws on a manifest. */
export type ManifestRule = (facts: ManifestFacts) => readonly string[]

const NAMESPACES = {
  o: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  v: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
  bt: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
}

/** Children of an element in the order that Office insists on; a wrong order makes it drop the add-in without a word. */
const ORDER: readonly (readonly [path: string, order: readonly string[]])[] = [
  [
    '/o:OfficeApp',
    [
      'Id',
      'AlternateId',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ],
  ],
  ['//v:VersionOverrides', ['Description', 'Requirements', 'Hosts', 'Resources']],
  ['//v:DesktopFormFactor', ['GetStarted', 'FunctionFile', 'ExtensionPoint']],
  ['//v:GetStarted', ['Title', 'Description', 'LearnMoreUrl']],
  ['//v:Group', ['Label', 'Icon', 'Control']],
  ['//v:Control', ['Label', 'Supertip', 'Icon', 'Action']],
  ['//v:Resources', ['Images', 'Urls', 'ShortStrings', 'LongStrings']],
]

const REQUIRED = [
  'Id',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
]

/** Texts and how many characters Office shows of them. */
const LENGTHS: readonly (readonly [path: string, most: number])[] = [
  ['/o:OfficeApp/o:ProviderName', 125],
  ['/o:OfficeApp/o:DisplayName/@DefaultValue | /o:OfficeApp/o:DisplayName/o:Override/@Value', 125],
  ['/o:OfficeApp/o:Description/@DefaultValue | /o:OfficeApp/o:Description/o:Override/@Value', 250],
  ['//bt:ShortStrings/bt:String/@DefaultValue | //bt:ShortStrings//bt:Override/@Value', 125],
  ['//bt:LongStrings/bt:String/@DefaultValue | //bt:LongStrings//bt:Override/@Value', 250],
  ['//bt:*/@id', 32],
]

const ICON_SIZES = [16, 32, 80]

/** The rules, in the order in which their problems are reported. Office's schemas miss most of them. */
export const MANIFEST_RULES: readonly ManifestRule[] = [
  haveEverything,
  keepTheOrder,
  keepTheLengths,
  resolveResids,
  useHttps,
  showIcons,
  overrideEveryText,
  openWhereItSays,
]

function find(at: XmlDocument | XmlNode, path: string): readonly XmlNode[] {
  return at.find(path, NAMESPACES)
}

const text = (node: XmlNode) => node.content.trim()
const texts = (at: XmlDocument | XmlNode, path: string) => find(at, path).map(text)
const duplicates = (names: readonly string[]) => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
/** The name of an element; our paths find no other nodes where it is asked for. */
const nameOf = (node: XmlNode): string => (node instanceof XmlElement ? node.name : '')

function haveEverything({ manifest }: ManifestFacts): readonly string[] {
  const missing = REQUIRED.filter((name) => find(manifest, `/o:OfficeApp/o:${name}`).length === 0).map((name) => `<${name}> is missing`)
  const version = texts(manifest, '/o:OfficeApp/o:Version')[0] ?? ''
  const id = texts(manifest, '/o:OfficeApp/o:Id')[0] ?? ''
  return [
    ...missing,
    ...(/^\d{1,5}(\.\d{1,5}){1,3}$/.test(version) ? [] : [`Version "${version}" is not of the form 1.2.3.4`]),
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? [] : [`Id "${id}" is not a UUID`]),
  ]
}

function keepTheOrder({ manifest }: ManifestFacts): readonly string[] {
  return ORDER.flatMap(([path, order]) =>
    find(manifest, path).flatMap((parent) => {
      const names = find(parent, '*').map(nameOf)
      const unknown = names.filter((name) => !order.includes(name)).map((name) => `<${name}> has no place in <${nameOf(parent)}>`)
      const ranks = names.map((name) => order.indexOf(name)).filter((rank) => rank >= 0)
      const late = ranks.findIndex((rank, at) => at > 0 && rank < (ranks[at - 1] ?? 0))
      return late < 0 ? unknown : [...unknown, `<${order[ranks[late] ?? 0]}> comes too late in <${nameOf(parent)}>`]
    }),
  )
}

function keepTheLengths({ manifest }: ManifestFacts): readonly string[] {
  return LENGTHS.flatMap(([path, most]) =>
    texts(manifest, path)
      .filter((value) => value.length > most || value.length === 0)
      .map((value) =>
        value ? `"${value.slice(0, 40)}…" has ${value.length} characters, ${most} are shown` : `an empty text at line of ${path}`,
      ),
  )
}

function resolveResids({ manifest }: ManifestFacts): readonly string[] {
  const known = texts(manifest, '//v:Resources//bt:*/@id')
  const used = texts(manifest, '//@resid')
  return [
    ...[...new Set(used)].filter((id) => !known.includes(id)).map((id) => `resid "${id}" points at nothing`),
    ...known.filter((id) => !used.includes(id)).map((id) => `resource "${id}" is used by nobody`),
    ...duplicates(known).map((id) => `resource "${id}" is defined twice`),
    ...duplicates(texts(manifest, '//v:Group/@id | //v:Control/@id')).map((id) => `id "${id}" is used twice`),
  ]
}

const ADDRESSES =
  '//o:IconUrl/@DefaultValue | //o:HighResolutionIconUrl/@DefaultValue | //o:SupportUrl/@DefaultValue | //o:SourceLocation/@DefaultValue | //o:AppDomain | //bt:Image/@DefaultValue | //bt:Url/@DefaultValue | //bt:Url/bt:Override/@Value | //bt:Image/bt:Override/@Value'

function useHttps({ manifest }: ManifestFacts): readonly string[] {
  const addresses = texts(manifest, ADDRESSES)
  const bad = addresses.filter((address) => !URL.canParse(address) || new URL(address).protocol !== 'https:')
  const origins = new Set(addresses.filter((address) => !bad.includes(address)).map((address) => new URL(address).origin))
  return [
    ...bad.map((address) => `"${address}" is not an https address`),
    ...(origins.size > 1 ? [`addresses lead to several origins: ${[...origins].join(', ')}`] : []),
  ]
}

function showIcons({ manifest, served }: ManifestFacts): readonly string[] {
  const lists = find(manifest, '//v:Icon').flatMap((icon) => {
    const sizes = texts(icon, 'bt:Image/@size').map(Number)
    return ICON_SIZES.filter((size) => !sizes.includes(size)).map((size) => `an icon of ${size} pixels is missing in a list of icons`)
  })
  const wanted = [
    ...texts(manifest, '//o:IconUrl/@DefaultValue').map((address) => [address, 32] as const),
    ...texts(manifest, '//o:HighResolutionIconUrl/@DefaultValue').map((address) => [address, 64] as const),
    ...find(manifest, '//v:Icon/bt:Image').flatMap((image) => {
      const [resid, size] = [texts(image, '@resid')[0], Number(texts(image, '@size')[0])]
      return find(manifest, '//bt:Images/bt:Image')
        .filter((resource) => texts(resource, '@id')[0] === resid)
        .map((resource) => [texts(resource, '@DefaultValue')[0] ?? '', size] as const)
    }),
  ]
  const distinct = new Map(wanted.map(([address, size]) => [`${address} ${size}`, [address, size] as const]))
  return [...lists, ...[...distinct.values()].flatMap(([address, size]) => checkIcon(address, size, served))]
}

function checkIcon(address: string, size: number, served: ManifestFacts['served']): readonly string[] {
  if (!URL.canParse(address)) return []
  const path = new URL(address).pathname
  const bytes = served(path)
  if (!bytes) return [`icon ${path} is not there`]
  const drawn = pngSize(bytes)
  if (!drawn) return [`icon ${path} is not a PNG`]
  return drawn.width === size && drawn.height === size ? [] : [`icon ${path} has ${drawn.width} × ${drawn.height} pixels, not ${size}`]
}

function overrideEveryText({ manifest }: ManifestFacts): readonly string[] {
  const main = texts(manifest, '/o:OfficeApp/o:DefaultLocale')[0] ?? ''
  const translated = find(
    manifest,
    '/o:OfficeApp/o:DisplayName | /o:OfficeApp/o:Description | //bt:ShortStrings/bt:String | //bt:LongStrings/bt:String',
  )
  const locales = new Set(translated.flatMap((node) => texts(node, '*/@Locale')))
  return translated.flatMap((node) => {
    const name = texts(node, '@id')[0] ?? nameOf(node)
    const own = texts(node, '*/@Locale')
    return [
      ...(own.includes(main) ? [`${name} overrides the default locale ${main}`] : []),
      ...duplicates(own).map((locale) => `${name} is translated twice into ${locale}`),
      ...[...locales].filter((locale) => !own.includes(locale)).map((locale) => `${name} is not translated into ${locale}`),
    ]
  })
}

/** Office opens the pane of this id with a workbook that asks for it: the first button's. */
const AUTO_SHOW = 'Office.AutoShowTaskpaneWithDocument'

/**
 * Every button opens the manifest's own page, in one pane: a second id would open a second pane beside the first. A button
 * may say in the search what it opens the pane for; the first says nothing, since it is what opens with a workbook.
 */
function openWhereItSays({ manifest, served }: ManifestFacts): readonly string[] {
  const base = texts(manifest, '//o:DefaultSettings/o:SourceLocation/@DefaultValue')[0]
  const opened = find(manifest, '//v:Action/v:SourceLocation')
    .flatMap((node) => texts(node, '@resid'))
    .flatMap((resid) => find(manifest, '//bt:Urls/bt:Url').filter((node) => texts(node, '@id')[0] === resid))
    .flatMap((node) => texts(node, '@DefaultValue'))
  const panes = new Set(texts(manifest, '//v:Action/v:TaskpaneId'))
  const help = texts(manifest, '//o:SupportUrl/@DefaultValue').filter((address) => URL.canParse(address))
  return [
    ...opened
      .filter((address, at) => (at === 0 ? address : address.replace(/\?open=[a-z]+$/, '')) !== base)
      .map((address) => `the button opens ${address}, the manifest ${base}`),
    ...(panes.size > 1 ? [`the buttons open several panes: ${[...panes].join(', ')}`] : []),
    ...(panes.has(AUTO_SHOW) ? [] : [`no button opens the pane ${AUTO_SHOW}, which a workbook can open`]),
    ...help.filter((address) => !served(new URL(address).pathname)).map((address) => `the page for help ${address} is not there`),
  ]
}
