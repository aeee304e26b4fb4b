import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import JSZip from 'jszip'
import { XmlDocument } from 'libxml2-wasm'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import type { ReportInput } from '../../../shared/report/reportInput.ts'
import { reportText } from '../../../shared/report/reportText.ts'
import { demoConsolidation, demoOpening } from '../../../worker/cli/demo/demoConsolidation.ts'
import { documentXlsx } from '../../../worker/document/documentXlsx.ts'
import { officialPage } from '../../../worker/document/officialPage.ts'
import { reportDocx } from '../../../worker/document/reportDocx.ts'
import { reportXlsx } from '../../../worker/document/reportXlsx.ts'
import { sourcesXlsx } from '../../../worker/document/sourcesXlsx.ts'
import { row } from '../../shared/consolidation/row.ts'
import { outlineOf } from './wordParts.ts'

const letterhead = {
  issuer: '三门峡市人民政府办公室',
  documentNo: '三政办〔2021〕12号',
  signatory: '张三',
  addressee: '省政府督查室',
  date: '2021-06-02',
}
const input = (more: Partial<ReportInput> = {}): ReportInput => ({
  register,
  consolidation: demoConsolidation(),
  opening: demoOpening,
  ...more,
})
const docx = (more: Partial<ReportInput> = {}) => reportDocx(buildReport(input(more)))
const part = async (bytes: Uint8Array, path: string) => (await (await JSZip.loadAsync(bytes)).file(path)?.async('string')) ?? ''

const book = async (bytes: Uint8Array) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  return workbook
}

describe('the report as .docx', () => {
  it('reads in another library as the plain text', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docx()) })
    const lines = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    expect(lines(value)).toEqual(lines(reportText(buildReport(input()))))
  })

  it('has the page of GB/T 9704: A4, its margins, 22 lines of 28 characters', async () => {
    const xml = await part(await docx(), 'word/document.xml')
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    const { height, top, bottom, width, left, right, linePitch, character } = officialPage
    expect(Math.floor((height - top - bottom) / linePitch)).toBe(22)
    expect(Math.floor((width - left - right) / character)).toBe(28)
    expect(xml).toMatch(/<w:docGrid[^>]*w:linePitch="579"/)
    expect(xml).toContain('w:line="579" w:lineRule="exact"')
  })

  it('names the official fonts, what stands in for them, and numbers pages at the outer edge', async () => {
    const bytes = await docx()
    const xml = await part(bytes, 'word/document.xml')
    for (const font of ['方正小标宋简体', '黑体', '楷体_GB2312']) expect(xml).toContain(`w:eastAsia="${font}"`)
    expect(await part(bytes, 'word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"')
    expect(await part(bytes, 'word/fontTable.xml')).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong/)
    expect(await part(bytes, 'word/settings.xml')).toContain('evenAndOddHeaders')
    const footers = await Promise.all([1, 2].map((n) => part(bytes, `word/footer${n}.xml`)))
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual(['left', 'right'])
    for (const footer of footers) expect(footer).toMatch(/— .*PAGE.* —/s)
  })

  it('names no day in its properties but the one that it is dated with', async () => {
    const days = async (more: Partial<ReportInput>) =>
      [...(await part(await docx(more), 'docProps/core.xml')).matchAll(/(\w+) xsi:type="dcterms:W3CDTF">([^<]*)/g)].map(
        ([, act, day]) => `${act} ${day}`,
      )
    expect(await days({ letterhead })).toEqual(['created 2021-06-02T00:00:00Z', 'modified 2021-06-02T00:00:00Z'])
    expect(await days({ letterhead: { ...letterhead, date: '' } })).toEqual([])
    expect(await days({})).toEqual([])
  })

  it('is the same bytes from the same state, in every part well-formed', async () => {
    const [first, second] = [await docx(), await docx()]
    expect(Buffer.compare(first, second)).toBe(0)
    const zip = await JSZip.loadAsync(first)
    for (const path of Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name))) {
      const parsed = XmlDocument.fromString(await part(first, path))
      expect(parsed.root.name, path).toBeTruthy()
      parsed.dispose()
    }
    expect(Object.values(zip.files).every((file) => file.date.getUTCFullYear() === 2000 || file.date.getFullYear() === 2000)).toBe(true)
  })

  it('resolves every relationship and declares every part', async () => {
    const zip = await JSZip.loadAsync(await docx())
    const types = await zip.file('[Content_Types].xml')?.async('string')
    for (const path of Object.keys(zip.files).filter((name) => name.endsWith('.rels'))) {
      const base = path.replace(/_rels\/[^/]*$/, '')
      for (const [, target = ''] of ((await zip.file(path)?.async('string')) ?? '').matchAll(/Target="([^"]+)"(?![^>]*External)/g)) {
        const resolved = target.startsWith('/') ? target.slice(1) : `${base}${target}`
        expect(zip.file(resolved), `${path} → ${target}`).not.toBeNull()
        expect(types?.includes(`/${resolved}"`) || /\.(rels|xml)$/.test(resolved)).toBe(true)
      }
    }
  })

  it('has nothing in it that a reader does not see, and names the state it was written from', async () => {
    const records = [row('wenlv', '2.3.a', '411200', { cumulative: 130 }, { version: 3, seq: 9 })]
    const bytes = await docx({ consolidation: consolidate(register, records, { period: '2021-05', asOfSeq: 9, era: 'e' }) })
    const xml = await part(bytes, 'word/document.xml')
    expect(xml).not.toMatch(/w:vanish|数据来源|w:comment|w:del\b/)
    expect(xml).toContain('（本报告依据2021-05期第9号数据生成）')
    expect(await part(bytes, 'docProps/custom.xml')).toMatch(/name="asOfSeq".*>9</s)
  })

  it('says in no part of a formal report how it was made: that is in the workbook of its sources', async () => {
    const records = [row('wenlv', '2.3.a', '411200', { cumulative: 130 }, { version: 3, seq: 987 })]
    const report = buildReport(
      input({ letterhead, consolidation: consolidate(register, records, { period: '2021-05', asOfSeq: 987, era: 'e' }) }),
    )
    for (const [path, bytes] of Object.entries(unzipSync(await reportDocx(report)))) {
      expect(new TextDecoder().decode(bytes), path).not.toMatch(/依据|生成|987|asOfSeq|<property|w:vanish|w:comment/)
    }
    const sources = await book(sourcesXlsx(report))
    const sheet = sources.getWorksheet('数据来源')
    expect(sheet?.getCell('A1').value).toBe('数据来源（2021年5月第987号数据）')
    const cells = sheet?.getRows(3, sheet.rowCount)?.find((one) => one.getCell(1).value === '2.3.a')
    expect(cells && [4, 9, 10].map((column) => cells.getCell(column).value)).toEqual(['130', '3', '987'])
  })

  it('marks each paragraph of a text that nobody has accepted, and none of one that is', async () => {
    const waits = '（督查室尚未采纳）'
    const records = [
      row('gongdian', '10', '411200', { progressText: '第一段。\n第二段。\n第三段。' }),
      row('nongye', '9.5', '411200', { progressText: '已发布。\n已培训。' }),
    ]
    const report = (pending: readonly string[]) =>
      buildReport({
        register,
        consolidation: consolidate(register, records, { period: '2021-05', asOfSeq: 9, era: 'e' }),
        pending: new Set(pending),
      })
    const textOf = (task: string, pending: readonly string[]) =>
      report(pending).blocks.flatMap((block) => (block.kind === 'progress' && block.task === task ? block.paragraphs : []))
    expect(textOf('10', ['gongdian'])).toEqual([`第一段。${waits}`, `第二段。${waits}`, `第三段。${waits}`])
    expect(textOf('9.5', ['gongdian'])).toEqual(['已发布。', '已培训。'])
  })

  it('carries the letterhead of a formal report', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docx({ letterhead })) })
    for (const text of ['三门峡市人民政府办公室文件', '三政办〔2021〕12号\t签发人：张三', '省政府督查室：', '2021年6月2日'])
      expect(value).toContain(text)
  })

  it('shows nothing in any part of what nobody has accepted, as a document or as a workbook', async () => {
    const records = [
      row('gongdian', '10', '411200', { progressText: '秘密的进展，截至5月20日。', asOf: '2021-05-20' }),
      row('wenlv', '2.3.a', '411200', { cumulative: 131 }),
      row('nongye', '9.5', '411200', { progressText: '已发布。' }),
    ]
    const consolidation = consolidate(register, records, { period: '2021-05', asOfSeq: 9, era: 'e' })
    const report = buildReport({ register, consolidation, letterhead, pending: new Set(['gongdian', 'wenlv']) })
    for (const bytes of [await reportDocx(report), reportXlsx(report, input())]) {
      const parts = Object.values(unzipSync(bytes)).map((one) => new TextDecoder().decode(one))
      expect(parts.filter((text) => /秘密|>131<|"131"|5月20日|2021-05-20|供电公司的报送内容/.test(text))).toEqual([])
      expect(parts.some((text) => text.includes('已发布。'))).toBe(true)
    }
    const sources = new TextDecoder().decode(unzipSync(sourcesXlsx(report))['xl/worksheets/sheet1.xml'])
    expect(sources).toMatch(/未列入或改动的内容.*10 三门峡供电公司的报送内容督查室尚未采纳，正式报告未列。/s)
    expect(sources).not.toMatch(/秘密|131|5月20日|2021-05-20/)
    const opening = report.blocks.find(({ kind }) => kind === 'opening')
    expect(opening).toMatchObject({ text: expect.stringContaining('截至目前，已报送进展1项，本期未列2项，暂未报送20项') })
  })

  it('counts in the opening what the text below shows, and calls nothing unreported that it leaves out', () => {
    const records = [
      // the text waits, a figure of the same task is accepted; the whole city's roads are stated by a unit that waits
      row('baicheng', '4', '411200', { progressText: '已开工。' }),
      row('gongan', '4.b', '411202', { cumulative: 15 }),
      row('jiaotong', '7.1.a', '411200', { cumulative: 146 }),
    ]
    const consolidation = consolidate(register, records, { period: '2021-05', asOfSeq: 9, era: 'e' })
    const figureOf = (id: string) => consolidation.indicators.find(({ indicator }) => indicator === id)
    expect(figureOf('7.1.a')).toMatchObject({ cumulative: null, stated: 1_460_000 })
    const waiting = new Set([...consolidation.narratives.map(({ reporter }) => reporter), 'jiaotong'])
    const report = buildReport({ register, consolidation, letterhead, pending: waiting })
    const opening = report.blocks.flatMap((block) => (block.kind === 'opening' ? [block.text] : [])).join('')
    const [shown, withheld, missing] = ['已报送进展', '本期未列', '暂未报送'].map((words) =>
      Number(new RegExp(`${words}(\\d+)项`).exec(opening)?.[1] ?? 0),
    )
    expect((shown ?? 0) + (withheld ?? 0) + (missing ?? 0)).toBe(register.tasks.length)
    const texts = report.blocks.flatMap((block) => (block.kind === 'progress' ? [block.paragraphs.join('')] : []))
    expect(missing).toBe(texts.filter((text) => text === '暂未报送。').length)
    expect(withheld).toBe(texts.filter((text) => text.endsWith('本期未列。')).length)
    expect(report.withheld.has('7.1.a')).toBe(true)
    expect(report.provenance.filter(({ subject }) => subject === '7.1.a')).toEqual([])
  })

  it('has headings that another program finds: categories of the first level, tasks of the second', async () => {
    const report = buildReport(input({ letterhead }))
    const outline = outlineOf(await reportDocx(report))
    const of = (style: string) => outline.filter((one) => one.style === style)
    expect(of('Heading1').map(({ text }) => text)).toEqual(
      report.blocks.flatMap((block) => (block.kind === 'category' ? [block.text] : [])),
    )
    expect(of('Heading1').every(({ keepNext }) => keepNext)).toBe(true)
    expect(of('Heading2')).toHaveLength(register.tasks.length)
    expect(of('Heading2').every(({ text }) => text.startsWith('工作任务'))).toBe(true)
    expect(of('Title').map(({ text }) => text)).toEqual([report.title])
    const units = outline.filter(({ text }) => text.startsWith('主要责任单位：') && text.length < 40)
    expect(units.every(({ keepNext }) => keepNext)).toBe(true)
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await reportDocx(report)) })
    expect(value.match(/<h1>/g)?.length).toBe(register.categories.length)
    expect(value.match(/<h2>/g)?.length).toBe(register.tasks.length)
  })

  it('names annexes and has its foot where they are given', async () => {
    const imprint = { copyTo: '', printedBy: '市政府办公室', printedOn: '2021-06-03' }
    const text = (more: object) =>
      docx({ letterhead: { ...letterhead, ...more } }).then((bytes) => mammoth.extractRawText({ buffer: Buffer.from(bytes) }))
    const { value } = await text({ annexes: ['统计表'], imprint })
    expect(value).toContain('附件：统计表')
    expect(value).toContain('市政府办公室\t2021年6月3日印发')
    expect(value).not.toContain('抄送')
    expect((await text({})).value).not.toMatch(/附件：|\d日印发/)
  })

  it('leaves blank what nobody gave of the letterhead', async () => {
    const blank = { issuer: '', documentNo: '', signatory: '', addressee: '', date: '' }
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docx({ letterhead: blank })) })
    expect(value).toContain('　　〔　　　　〕　　号\t签发人：')
    expect(value).toContain('　　　　年　　月　　日')
    expect(value).not.toMatch(/人民政府办公室|2021年5月31日|undefined|NaN/)
  })

  it('stays valid with texts that no document can hold', async () => {
    const hostile = `=cmd|' /C calc'!A0\u0000\u0007<w:p>&amp;\uD800\t表\n${'长'.repeat(30_000)}\u202E`
    const records = [row('gongdian', '10', '411200', { progressText: hostile })]
    const bytes = await docx({ consolidation: consolidate(register, records, { period: '2021-05', asOfSeq: 9, era: 'e' }) })
    XmlDocument.fromString(await part(bytes, 'word/document.xml')).dispose()
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(value).toContain("=cmd|' /C calc'!A0<w:p>&amp; 表")
    expect(value).toContain('长'.repeat(30_000))
  })
})

describe('the report as .xlsx', () => {
  it('reads in another library, with exact figures and percentages', async () => {
    const report = buildReport(input())
    const bytes = reportXlsx(report, input())
    expect(Buffer.compare(bytes, reportXlsx(report, input()))).toBe(0)
    const sheet = (await book(bytes)).getWorksheet('进展情况')
    const line = sheet?.getRows(3, sheet.rowCount)?.find((one) => one.getCell(5).value === '政府采购百场戏')
    expect(line && [7, 8, 9].map((column) => line.getCell(column).value)).toEqual([300, 130, 0.4333])
    expect(line?.getCell(9).numFmt).toBe('0.00%')
    expect(line?.getCell(10).value).toBe('截至目前，已完成130场，占目标任务的43.34%。')
    const missing = sheet?.getRows(3, sheet.rowCount)?.find((one) => one.getCell(5).value === '开通5G基站')
    expect(missing?.getCell(8).value).toBe('暂未报送')
    expect((await book(bytes)).getWorksheet('数据来源')?.rowCount).toBeGreaterThan(60)
  })

  it('never makes a formula of a text, and cuts what a cell cannot hold', async () => {
    const bytes = documentXlsx([
      { name: 'a:b/c', rows: [[{ text: '=1+1' }, { text: '+2' }, { text: `\u0001${'长'.repeat(40_000)}` }, { number: '-0.5' }]] },
    ])
    const sheet = (await book(bytes)).worksheets[0]
    expect(sheet?.name).toBe('a b c')
    expect([1, 2, 4].map((column) => sheet?.getCell(1, column).value)).toEqual(['=1+1', '+2', -0.5])
    expect([1, 2].map((column) => sheet?.getCell(1, column).numFmt)).toEqual(['@', '@'])
    const cut = String(sheet?.getCell(1, 3).value)
    expect([cut.length, cut.endsWith('…（略）')]).toEqual([32_767, true])
  })
})
