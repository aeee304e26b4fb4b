import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openWorkbook } from '../../../../shared/grid/xlsx/openWorkbook.ts'
import { partsOf, relationship, relationships, workbookXml, zipOf } from './zipOf.ts'

const opened = (bytes: Uint8Array) => {
  const workbook = openWorkbook(bytes)
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.fault))
  return workbook.value
}
const faultOf = (bytes: Uint8Array) => {
  const workbook = openWorkbook(bytes)
  return workbook.ok ? undefined : workbook.fault
}
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** A compound file whose directory names these storages. */
const compound = (...storages: readonly string[]): Uint8Array => {
  const bytes = new Uint8Array(512 + 128 * storages.length)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  storages.forEach((name, n) => {
    const at = 512 + 128 * n
    bytes.set(
      [...name].flatMap((char) => [char.charCodeAt(0), 0]),
      at,
    )
    bytes[at + 64] = (name.length + 1) * 2
    bytes[at + 66] = 2
  })
  return bytes
}

describe('openWorkbook', () => {
  it('lists the tabs in their order, with names, kinds, parts and what is hidden', () => {
    const { sheets, names, activeTab, date1904 } = opened(
      zipOf({
        '_rels/.rels': relationships(relationship('x', 'officeDocument', '/xl/workbook.xml')),
        'xl/workbook.xml': workbookXml(
          '<sheet name="5月&amp;6月" sheetId="7" r:id="a"/><sheet name="图" sheetId="2" r:id="b"/><sheet name="旧_x000D_" sheetId="3" state="veryHidden" r:id="c"/>',
          {
            before: '<workbookPr date1904="1"/><bookViews><workbookView activeTab="2"/></bookViews>',
            after: `<definedNames><definedName name="区" localSheetId="2" hidden="1">'5月'!$A$1</definedName></definedNames>`,
          },
        ),
        'xl/_rels/workbook.xml.rels': relationships(
          relationship('c', 'worksheet', '../xl/worksheets/old.xml'),
          relationship('a', 'worksheet', '/xl/worksheets/sheet1.xml'),
          relationship('b', 'chartsheet', 'chartsheets/sheet1.xml'),
        ),
        'xl/worksheets/sheet1.xml': '<worksheet/>',
        'xl/worksheets/old.xml': '<worksheet/>',
        'xl/chartsheets/sheet1.xml': '<chartsheet/>',
      }),
    )
    expect(sheets.map(({ name, kind, part, visibility }) => [name, kind, part, visibility])).toEqual([
      ['5月&6月', 'worksheet', 'xl/worksheets/sheet1.xml', 'visible'],
      ['图', 'chartsheet', 'xl/chartsheets/sheet1.xml', 'visible'],
      ['旧\r', 'worksheet', 'xl/worksheets/old.xml', 'veryHidden'],
    ])
    expect(names).toEqual([{ name: '区', refersTo: "'5月'!$A$1", sheet: 2, isHidden: true }])
    expect([activeTab, date1904]).toEqual([2, true])
  })

  const without = (...names: readonly string[]): Uint8Array =>
    zipOf(Object.fromEntries(Object.entries(partsOf('')).filter(([name]) => !names.includes(name))))
  it.each<[string, Uint8Array]>([
    ['the relationships of the package', without('_rels/.rels')],
    ['the relationships of the workbook', without('xl/_rels/workbook.xml.rels')],
    ['every relationship and the content types', without('_rels/.rels', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml')],
    [
      'relationships that are right',
      zipOf({ ...partsOf(''), 'xl/_rels/workbook.xml.rels': relationships(relationship('rId1', 'worksheet', 'nowhere.xml')) }),
    ],
    [
      'the case that the relationships have',
      zipOf(Object.fromEntries(Object.entries(partsOf('')).map(([name, part]) => [name.toUpperCase(), part]))),
    ],
    ['slashes', zipOf(Object.fromEntries(Object.entries(partsOf('')).map(([name, part]) => [name.replaceAll('/', '\\'), part])))],
    [
      'the usual name of its workbook',
      zipOf({
        ...Object.fromEntries(Object.entries(partsOf('')).map(([name, part]) => [name.replace('workbook.xml', 'custom.xml'), part])),
        '_rels/.rels': relationships(relationship('x', 'officeDocument', 'xl/custom.xml')),
      }),
    ],
    ['its directory', zipOf(partsOf('')).subarray(0, zipOf(partsOf('')).length - 200)],
    ['the beginning of the bytes', Uint8Array.from([...latin('HTTP/1.1 200 OK\r\n\r\n'), ...zipOf(partsOf(''))])],
  ])('finds the sheet of a file without %s', (_, bytes) => {
    const { sheets, files } = opened(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['5月'])
    expect(files.text(sheets[0]?.part ?? '')).toContain('<sheetData>')
  })

  it.each<[string, Uint8Array, object]>([
    ['nothing', new Uint8Array(), { tag: 'emptyFile' }],
    ['an old .xls or .et', compound('Root Entry', 'Workbook'), { tag: 'otherFormat', format: 'xls' }],
    ['a .xls of Excel 95', compound('Book'), { tag: 'otherFormat', format: 'xls' }],
    ['an old .doc or .wps', compound('Root Entry', 'WordDocument'), { tag: 'otherFormat', format: 'document' }],
    ['a file behind a password', compound('EncryptionInfo', 'EncryptedPackage'), { tag: 'encrypted' }],
    ['a compound file of something else', compound('Root Entry'), { tag: 'otherFormat', format: 'compound' }],
    ['a picture', latin('\x89PNG\r\n\x1a\n'), { tag: 'otherFormat', format: 'picture' }],
    ['a photograph', latin('\xff\xd8\xff\xe0'), { tag: 'otherFormat', format: 'picture' }],
    ['a .pdf', latin('%PDF-1.7'), { tag: 'otherFormat', format: 'pdf' }],
    ['a .rar', latin('Rar!\x1a\x07'), { tag: 'otherFormat', format: 'archive' }],
    [
      'a web page named .xls',
      strToU8('\ufeff\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
      { tag: 'otherFormat', format: 'html' },
    ],
    [
      'a web page with its pictures',
      strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
      { tag: 'otherFormat', format: 'html' },
    ],
    [
      'XML of Excel 2003',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      { tag: 'otherFormat', format: 'xml2003' },
    ],
    ['a .csv', strToU8('序号,县（市、区）\r\n1,湖滨区\r\n'), { tag: 'otherFormat', format: 'text' }],
    ['a .csv of GB18030', Uint8Array.from([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0x31]), { tag: 'otherFormat', format: 'text' }],
    ['text of UTF-16', Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x2c, 0]), { tag: 'otherFormat', format: 'text' }],
    ['bytes of no known kind', Uint8Array.from([1, 2, 0, 4]), { tag: 'otherFormat', format: 'unknown' }],
    [
      'a .docx',
      zipOf({
        '_rels/.rels': relationships(relationship('x', 'officeDocument', 'word/document.xml')),
        'word/document.xml': '<w:document/>',
      }),
      { tag: 'otherFormat', format: 'document' },
    ],
    ['a .docx without relationships', zipOf({ 'word/document.xml': '<w/>' }), { tag: 'otherFormat', format: 'document' }],
    ['a .pptx', zipOf({ 'ppt/presentation.xml': '<p/>' }), { tag: 'otherFormat', format: 'slides' }],
    ['a .xlsb', zipOf({ 'xl/workbook.bin': 'x' }), { tag: 'otherFormat', format: 'xlsb' }],
    [
      'a .ods',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' }),
      { tag: 'otherFormat', format: 'ods' },
    ],
    ['a .odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), { tag: 'otherFormat', format: 'document' }],
    ['a .zip of pictures', zipOf({ 'a.png': 'x' }), { tag: 'otherFormat', format: 'archive' }],
    ['what is left of an .xlsx', zipOf({ 'xl/worksheets/sheet1.xml': '<worksheet/>' }), { tag: 'damaged', part: 'xl/workbook.xml' }],
    ['the first bytes of a zip', latin('PK\x03\x04\t\t\t\t'), { tag: 'damaged', part: '' }],
  ])('says what a file is instead: %s', (_, bytes, fault) => {
    expect(faultOf(bytes)).toEqual(fault)
  })

  /** The bytes of a zip that says of a part that it has another size. */
  const declaring = (bytes: Uint8Array, part: string, size: number): Uint8Array => {
    const changed = bytes.slice()
    const said = opened(bytes).files.entry(part)?.size
    const view = new DataView(changed.buffer)
    for (let at = 0; at + 4 < changed.length; at++) if (view.getUint32(at, true) === said) view.setUint32(at, size, true)
    return changed
  }

  it('refuses a bomb by what its directory declares, before a part is inflated', () => {
    const bytes = zipOf({ ...partsOf(''), 'xl/media/zeros.bin': new Uint8Array(123_456) })
    expect(faultOf(declaring(bytes, 'xl/media/zeros.bin', 80 << 20))).toEqual({ tag: 'tooLarge', what: 'inflated' })
  })

  it('refuses a zip of more parts than a workbook has', () => {
    // a zip without its directory: the header of an empty part, again and again
    const header = latin(`PK\x03\x04${'\0'.repeat(22)}\x01${'\0'.repeat(3)}a`)
    const bytes = new Uint8Array(header.length * 20_002)
    for (let at = 0; at < bytes.length; at += header.length) bytes.set(header, at)
    expect(faultOf(bytes)).toEqual({ tag: 'tooLarge', what: 'parts' })
  })

  it('gives all of a part that is larger than its directory declares', () => {
    const sheets = '<sheet name="a" sheetId="1"/>'.repeat(2000)
    const bytes = zipOf({ ...partsOf(''), 'xl/workbook.xml': `<workbook>${sheets}</workbook>` })
    expect(opened(declaring(bytes, 'xl/workbook.xml', 100)).sheets).toHaveLength(2000)
  })
})
