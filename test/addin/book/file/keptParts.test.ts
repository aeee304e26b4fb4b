import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { cellArea } from '../../../../addin/book/area.ts'
import { openBook } from '../../../../addin/book/file/openBook.ts'
import { openBytes } from '../openDocument.ts'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const relations = (...targets: readonly (readonly [kind: string, target: string, more?: string])[]) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([kind, target, more = ''], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`)
    .join('')}</Relationships>`
const drawing = (inner: string) =>
  `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${inner}</xdr:wsDr>`
const graphic = (id: string) =>
  `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9" cy="9"/><xdr:graphicFrame macro=""><a:graphic><a:graphicData uri="c"><c:chart xmlns:c="c" xmlns:r="${OFFICE}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor>`
const chart = (data: string) =>
  `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:val><c:numRef><c:f>${data}</c:f></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`

/** Parts that nothing here knows: a chart with its look, a picture, a picture behind the cells, a chart sheet. */
const PARTS: Readonly<Record<string, string | Buffer>> = {
  'xl/drawings/drawing1.xml': drawing(graphic('rId1')),
  'xl/drawings/_rels/drawing1.xml.rels': relations(
    ['chart', '../charts/chart1.xml'],
    ['image', '../media/image1.png'],
    ['hyperlink', 'https://city.example/', ' TargetMode="External"'],
  ),
  'xl/charts/chart1.xml': chart("'5月 &amp; 进展'!$B$2:$B$3"),
  'xl/charts/_rels/chart1.xml.rels': relations(['chartStyle', 'style1.xml']),
  'xl/charts/style1.xml': `${HEAD}<cs:chartStyle xmlns:cs="cs" id="201"/>`,
  'xl/media/image1.png': PIXEL,
  'xl/media/image2.png': Buffer.concat([PIXEL, Buffer.from([0])]),
  'xl/chartsheets/sheet1.xml': `${HEAD}<chartsheet ${MAIN} xmlns:r="${OFFICE}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
  'xl/chartsheets/_rels/sheet1.xml.rels': relations(['drawing', '../drawings/drawing2.xml']),
  'xl/drawings/drawing2.xml': drawing(graphic('rId1')),
  'xl/drawings/_rels/drawing2.xml.rels': relations(['chart', '/xl/charts/chart2.xml']),
  'xl/charts/chart2.xml': chart("'说明'!$A$1:$A$9"),
}
const TYPES: Readonly<Record<string, string>> = {
  'xl/drawings/drawing1.xml': 'drawing+xml',
  'xl/drawings/drawing2.xml': 'drawing+xml',
  'xl/charts/chart1.xml': 'drawingml.chart+xml',
  'xl/charts/chart2.xml': 'drawingml.chart+xml',
  'xl/charts/style1.xml': 'chartstyle+xml',
  'xl/chartsheets/sheet1.xml': 'spreadsheetml.chartsheet+xml',
}

/** A workbook of 5月 & 进展, a chart sheet 走势, and 说明 with an area to print; `more` puts further parts over these. */
async function withCharts(more: Readonly<Record<string, string | Buffer>> = {}): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('5月 & 进展')
  sheet.addRows([
    ['县区', '完成'],
    ['湖滨区', 1],
    ['陕州区', 2],
  ])
  sheet.getCell('A2').note = '请核对'
  workbook.addWorksheet('说明', { pageSetup: { printArea: 'A1:B9' } }).addRow(['口径'])
  const zip = await JSZip.loadAsync((await workbook.xlsx.writeBuffer()) as ArrayBuffer)
  for (const [path, part] of Object.entries({ ...PARTS, ...more })) zip.file(path, part)
  await change(zip, '[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      `${xml.includes('Extension="png"') ? '' : '<Default Extension="png" ContentType="image/png"/>'}${Object.entries(TYPES)
        .map(([path, type]) => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}"/>`)
        .join('')}</Types>`,
    ),
  )
  const added = `<Relationship Id="rId90" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId91" Type="${OFFICE}/image" Target="../media/image2.png"/>`
  await change(zip, 'xl/worksheets/_rels/sheet1.xml.rels', (xml) => xml.replace('</Relationships>', `${added}</Relationships>`))
  await change(zip, 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(/<legacyDrawing\b[^>]*>/, (legacy) => `<drawing r:id="rId90"/>${legacy}<picture r:id="rId91"/>`),
  )
  await change(zip, 'xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rId92" Type="${OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
    ),
  )
  await change(zip, 'xl/workbook.xml', (xml) =>
    xml
      .replace(/(<sheet\b[^>]*name="说明")/, '<sheet name="走势" sheetId="7" r:id="rId92"/>$1')
      .replace(/localSheetId="1"/g, 'localSheetId="2"'),
  )
  return zip.generateAsync({ type: 'uint8array' })
}

async function change(zip: JSZip, path: string, to: (xml: string) => string): Promise<void> {
  const xml = (await zip.file(path)?.async('string')) ?? ''
  const changed = to(xml)
  expect([path, changed === xml]).toEqual([path, false])
  zip.file(path, changed)
}

const partsOf = async (bytes: Uint8Array): Promise<JSZip> => JSZip.loadAsync(bytes)
const text = async (zip: JSZip, path: string): Promise<string> => (await zip.file(path)?.async('string')) ?? ''
const sheetNames = (xml: string) => [...xml.matchAll(/<sheet\b[^>]*\bname="([^"]*)"/g)].map(([, name]) => name)

test('charts, pictures and chart sheets of a file are in the saved one, part by part as they were', async () => {
  const { book, save } = await openBytes(await withCharts())
  expect(book.sheets.map(({ name, content }) => [name, content.kind])).toEqual([
    ['5月 & 进展', 'cells'],
    ['走势', 'chart'],
    ['说明', 'cells'],
  ])
  book.edit(book.active, cellArea(2, 2), [['9']], 2021)
  const saved = await partsOf(await save())
  for (const [path, part] of Object.entries(PARTS)) {
    const bytes = (await saved.file(path)?.async('nodebuffer')) ?? Buffer.from('missing')
    expect([path, bytes.equals(Buffer.from(part))]).toEqual([path, true])
  }
  const types = await text(saved, '[Content_Types].xml')
  for (const [path, type] of Object.entries(TYPES))
    expect(types).toContain(`PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}"`)
  expect(types).toMatch(/(?:PartName="\/xl\/media\/image1.png"|Extension="png") ContentType="image\/png"/)
  const sheet = await text(saved, 'xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(/<drawing r:id="(rId\d+)"\/><legacyDrawing\b[^>]*\/><picture r:id="rId\d+"\/>/)
  const again = await openBytes(await save())
  expect(again.book.sheets.map(({ name, content }) => [name, content.kind])).toEqual(
    book.sheets.map(({ name, content }) => [name, content.kind]),
  )
  expect(again.book.sheets[0]?.value(2, 2)).toBe(9)
})

test('every relationship of the saved file leads to a part, and every part says what it is', async () => {
  const { save } = await openBytes(await withCharts())
  const saved = await partsOf(await save())
  const types = await text(saved, '[Content_Types].xml')
  const files = Object.keys(saved.files).filter((path) => !path.endsWith('/'))
  for (const list of files.filter((path) => path.endsWith('.rels'))) {
    const from = list.replace(/_rels\/([^/]*)\.rels$/, '$1')
    const xml = await text(saved, list)
    const ids = [...xml.matchAll(/\bId="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [tag] of xml.matchAll(/<Relationship\b[^>]*>/g)) {
      if (tag.includes('External')) continue
      const [, target = ''] = /\bTarget="([^"]*)"/.exec(tag) ?? []
      const path = new URL(target, `https://file.test/${from}`).pathname.slice(1)
      expect([list, path, files.includes(path)]).toEqual([list, path, true])
    }
  }
  const named = [...types.matchAll(/PartName="\/([^"]*)"/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !files.includes(name))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

test('a chart sheet is saved where its tab is, under its name; what is printed stays with its own sheet', async () => {
  const { book, save } = await openBytes(await withCharts())
  const [first, trend, notes] = book.sheets
  if (!first || !trend || !notes) throw new Error('no sheets')
  expect(notes.content.page.printArea).toBe('A1:B9')
  book.rename(trend, '走势 & 对比')
  book.sheets = [book.add('新表'), trend, notes, first]
  book.activate(trend)
  const saved = await partsOf(await save())
  const xml = await text(saved, 'xl/workbook.xml')
  expect(sheetNames(xml)).toEqual(['新表', '走势 &amp; 对比', '说明', '5月 &amp; 进展'])
  const ids = [...xml.matchAll(/\bsheetId="(\d+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(4)
  expect(xml).toMatch(/_xlnm.Print_Area" localSheetId="2">/)
  expect(xml).toMatch(/activeTab="1"/)
  expect(await text(saved, 'xl/chartsheets/sheet1.xml')).toContain('tabSelected="1"')
  for (const path of Object.keys(saved.files).filter((each) => /^xl\/worksheets\/[^/]+\.xml$/.test(each)))
    expect(await text(saved, path)).not.toMatch(/tabSelected="(?:1|true)"/)
  const again = await openBytes(await save())
  expect(again.book.active.name).toBe('走势 & 对比')
  expect(again.book.find('说明')?.content.page.printArea).toBe('A1:B9')
})

test('what stood on a sheet goes with it', async () => {
  const { book, save } = await openBytes(await withCharts())
  for (const name of ['5月 & 进展', '走势']) {
    const sheet = book.find(name)
    if (sheet) book.remove(sheet)
  }
  const saved = await partsOf(await save())
  expect(Object.keys(saved.files).filter((path) => /(?:chart|drawing\d|media\/)[^/]*\.\w+$/.test(path))).toEqual([])
  expect(sheetNames(await text(saved, 'xl/workbook.xml'))).toEqual(['说明'])
})

test('a chart that is a pivot table’s stays with all the rest', async () => {
  const pivot = chart('A1').replace('<c:chart>', '<c:pivotSource><c:name>x</c:name></c:pivotSource><c:chart>')
  const bytes = await withCharts({ 'xl/charts/chart1.xml': pivot })
  expect(openBook(bytes).lost).toEqual([])
  const { book, save } = await openBytes(bytes)
  book.edit(book.active, cellArea(2, 2), [['9']], 2021)
  expect(await text(await partsOf(await save()), 'xl/charts/chart1.xml')).toBe(pivot)
})
