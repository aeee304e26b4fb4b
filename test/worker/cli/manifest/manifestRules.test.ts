import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { describe, expect, it } from 'vitest'
import { ribbonAct } from '../../../../addin/flow/session/ribbonAct.ts'
import { MANIFEST_RULES } from '../../../../worker/cli/manifest/manifestRules.ts'
import { pngSize } from '../../../../worker/cli/manifest/pngSize.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const source = readFileSync(`${root}manifest.xml`, 'utf8')
const assets = `${root}addin/assets`
const served = (path: string) => (existsSync(`${assets}${path}`) ? readFileSync(`${assets}${path}`) : undefined)

/** What the rules say of a manifest. */
function problems(xml: string, at = served): readonly string[] {
  using manifest = XmlDocument.fromString(xml)
  return MANIFEST_RULES.flatMap((rule) => rule({ manifest, served: at }))
}

const label = (id: string) => `<Label resid="${id}"/>`

describe('the manifest', () => {
  it('keeps every rule', () => {
    expect(problems(source)).toEqual([])
  })

  it.each([
    ['an element out of order', (xml: string) => xml.replace(/( *<Version>.*\n)( *<ProviderName>.*\n)/, '$2$1'), 'comes too late'],
    ['an element without a place', (xml: string) => xml.replace('<Permissions>', '<Runtimes/><Permissions>'), 'has no place'],
    ['a missing element', (xml: string) => xml.replace(/ *<SupportUrl.*\n/, ''), '<SupportUrl> is missing'],
    ['a version that is none', (xml: string) => xml.replace('1.0.0.0', 'one'), 'Version'],
    ['an id that is not a UUID', (xml: string) => xml.replace(/<Id>./, '<Id>'), 'not a UUID'],
    ['a resid that points at nothing', (xml: string) => xml.replace(label('Open.Label'), label('Gone')), 'points at nothing'],
    [
      'a resource nobody uses',
      (xml: string) => xml.replace(/(<bt:String )(id="Open.Tip")/, '$1id="Spare" DefaultValue="x"/>$1$2'),
      'used by nobody',
    ],
    ['an http address', (xml: string) => xml.replace('https://localhost:3000/help', 'http://localhost:3000/help'), 'not an https address'],
    ['two origins', (xml: string) => xml.replace('localhost:3000/icons/icon-80', 'elsewhere.example/icons/icon-80'), 'several origins'],
    ['a missing size of an icon', (xml: string) => xml.replace(/ *<bt:Image size="32".*\n/, ''), '32 pixels is missing'],
    ['an icon of another size', (xml: string) => xml.replace('icons/icon-80.png', 'icons/icon-64.png'), 'not 80'],
    ['an icon that is not there', (xml: string) => xml.replace('icons/icon-80.png', 'icons/icon-81.png'), 'is not there'],
    ['an icon that is not a picture', (xml: string) => xml.replace('icons/icon-80.png', 'icons/icon.svg'), 'is not a PNG'],
    ['an override of the default locale', (xml: string) => xml.replace('Locale="en-US"', 'Locale="zh-CN"'), 'overrides the default locale'],
    ['a text without its translation', (xml: string) => xml.replace(/ *<bt:Override.*\n/, ''), 'is not translated into en-US'],
    ['a text that is too long', (xml: string) => xml.replace('民生实事进展已就绪', '长'.repeat(126)), '126 characters'],
    ['an empty text', (xml: string) => xml.replace('民生实事进展已就绪', ''), 'empty text'],
    [
      'a button that opens another page',
      (xml: string) => xml.replace(/(Pane.Url" DefaultValue="https:\/\/localhost:3000)/, '$1/other'),
      'the button opens',
    ],
    [
      'a first button that does more than open',
      (xml: string) => xml.replace('taskpane.html"/>\n        <bt:Url id="Check', 'taskpane.html?open=check"/>\n        <bt:Url id="Check'),
      'the button opens',
    ],
    ['buttons of several panes', (xml: string) => xml.replace('<TaskpaneId>Office.', '<TaskpaneId>Other.'), 'several panes'],
    [
      'a pane that no workbook can open',
      (xml: string) => xml.replaceAll('<TaskpaneId>Office.', '<TaskpaneId>Other.'),
      'no button opens the pane',
    ],
  ])('is refused with %s', (_what, spoil, said) => {
    const spoilt = spoil(source)
    expect(spoilt).not.toBe(source)
    expect(problems(spoilt).join('\n')).toContain(said)
  })
})

it('has buttons for what the pane knows to open at', () => {
  const acts = Array.from(source.matchAll(/taskpane\.html\?open=(\w+)"/g), ([, act = '']) => act)
  expect(acts).toEqual(['check', 'send', 'consolidate'])
  for (const act of acts) expect(ribbonAct(`?open=${act}&_host_Info=Excel$Win32$16.01$zh-CN`)).toBe(act)
  for (const search of ['', '?open=', '?open=Check', '?open=toString', '?_host_Info=Excel$Web']) expect(ribbonAct(search)).toBeNull()
})

describe('pngSize', () => {
  it.each([16, 32, 64, 80])('reads the drawn icon of %i pixels', (size) => {
    expect(pngSize(readFileSync(`${assets}/icons/icon-${size}.png`))).toEqual({ width: size, height: size })
  })

  it.each([new Uint8Array(), new Uint8Array(24), new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')])(
    'refuses what is not a PNG',
    (bytes) => {
      expect(pngSize(bytes)).toBeUndefined()
    },
  )
})

const schemas = process.env.MANIFEST_SCHEMAS

describe.skipIf(!schemas)("Microsoft's schemas (MANIFEST_SCHEMAS)", () => {
  /** Errors of the schema of task panes, which includes the others of its folder. */
  const validate = (xml: string) => {
    xmlRegisterFsInputProviders()
    const names = readdirSync(schemas ?? '')
    const main = names.find((name) => name === 'TaskPaneAppVersionOverridesV1_0.xsd')
    const base = names.find((name) => name === 'OfficeAppManifestV1_1.xsd')
    if (!main || !base) throw new Error(`MANIFEST_SCHEMAS names a folder without the schemas: ${schemas}`)
    const bundle = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:import namespace="http://schemas.microsoft.com/office/appforoffice/1.1" schemaLocation="${base}"/>
      <xs:import namespace="http://schemas.microsoft.com/office/taskpaneappversionoverrides" schemaLocation="${main}"/>
    </xs:schema>`
    using schema = XmlDocument.fromString(bundle, { url: `${schemas}/bundle.xsd` })
    using validator = XsdValidator.fromDoc(schema)
    using manifest = XmlDocument.fromString(xml)
    validator.validate(manifest)
  }

  it('accept it', () => {
    expect(() => validate(source)).not.toThrow()
  })

  it('refuse another order', () => {
    expect(() => validate(source.replace(/( *<Version>.*\n)( *<ProviderName>.*\n)/, '$2$1'))).toThrow()
  })
})
