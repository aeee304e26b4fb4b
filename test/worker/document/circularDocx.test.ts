import { XmlDocument } from 'libxml2-wasm'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { judgeCity } from '../../../shared/consolidation/judgeCity.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { buildCircular, type CircularInput } from '../../../shared/report/circular/buildCircular.ts'
import { demoConsolidation } from '../../../worker/cli/demo/demoConsolidation.ts'
import { circularDocx } from '../../../worker/document/circularDocx.ts'
import { titleLines, widthOf } from '../../../worker/document/titleLines.ts'
import { writeDocument } from '../../../worker/document/writeDocument.ts'
import { rankedByGovernments, rankedOfGovernments } from '../../shared/consolidation/countyTargets.ts'
import { outlineOf, partsOf } from './wordParts.ts'

const letterhead = {
  issuer: '三门峡市人民政府办公室',
  documentNo: '三政办督〔2021〕3号',
  signatory: '',
  addressee: '各县（市、区）人民政府',
  date: '2021-06-02',
  annexes: ['整改台账'],
  imprint: { copyTo: '市委办公室，市人大常委会办公室', printedBy: '三门峡市人民政府办公室', printedOn: '2021-06-03' },
}
const circular = (more: Partial<CircularInput> = {}) => buildCircular({ register, consolidation: demoConsolidation(), ...more })
const textOf = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value

describe('the circular as .docx', () => {
  it('holds lights and ranking', async () => {
    const of = { period: '2021-05', asOfSeq: 2, era: 'e' }
    const by = { today: '2021-05-31', softDeadline: '2021-05-31', units: [], overrides: new Map(), before: null, atDeadline: null }
    const circular = buildCircular({
      register: rankedByGovernments,
      consolidation: judgeCity(rankedByGovernments, rankedOfGovernments, of, by),
    })
    expect(circular.ranking).toEqual([
      { rank: 1, name: '湖滨区', score: '50%（5项）' },
      { rank: 2, name: '陕州区', score: '39%（5项）' },
    ])
    const bytes = await circularDocx(circular)
    expect(Buffer.compare(bytes, await circularDocx(circular))).toBe(0)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(value).toContain('蓝灯0项、绿灯0项')
    expect(value).toMatch(/县（市、区）排名\s+按有分解目标的指标平均完成率排名/)
    expect(value).toMatch(/名次\s+县（市、区）\s+平均完成率\s+1\s+湖滨区\s+50%（5项）/)
  })

  it('has headings that another program finds, each kept with its text, and a title of its own', async () => {
    const bytes = await circularDocx(circular({ demands: ['按时报送。'] }))
    const outline = outlineOf(bytes)
    expect(outline.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual([
      ...circular().paragraphs.map(({ heading }) => heading),
      circular().demandsHeading,
    ])
    expect(outline.filter(({ style }) => style === 'Heading1').every(({ keepNext }) => keepNext)).toBe(true)
    expect(outline.filter(({ style }) => style === 'Title').map(({ text }) => text)).toEqual([
      '关于2021年5月重点民生实事进展情况的通报',
      '进度滞后事项清单',
      '各项任务亮灯情况',
    ])
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    expect(value).toMatch(/<h1>一、总体情况<\/h1><p>按/)
  })

  it('carries what a person gave of a letterhead, its annexes and its foot, and nothing that nobody gave', async () => {
    const value = await textOf(await circularDocx(circular({ letterhead, lead: ['现将情况通报如下：'] })))
    for (const words of [
      '三门峡市人民政府办公室文件',
      '三政办督〔2021〕3号',
      '各县（市、区）人民政府：',
      '现将情况通报如下：',
      '2021年6月2日',
    ])
      expect(value).toContain(words)
    expect(value).not.toContain('签发人')
    expect(value).toMatch(/附件：1\. 进度滞后事项清单\s+2\. 各项任务亮灯情况\s+3\. 整改台账/)
    expect(value).toMatch(/抄送：市委办公室，市人大常委会办公室。\s+三门峡市人民政府办公室\t2021年6月3日印发/)
    const blank = {
      issuer: '',
      documentNo: '',
      signatory: '',
      addressee: '',
      date: '',
      imprint: { copyTo: '', printedBy: '', printedOn: '' },
    }
    const empty = await textOf(await circularDocx(circular({ letterhead: blank })))
    expect(empty).not.toMatch(/抄送|印发|工作要求|undefined|NaN/)
    expect(empty).toContain('　　　　年　　月　　日')
  })

  it('lists all in annexes on pages of their own, whose headings come again and whose rows are not divided', async () => {
    const built = circular()
    const xml = partsOf(await circularDocx(built))['word/document.xml'] ?? ''
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(built.annexes.length)
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
    expect(tables.map((table) => table.match(/<w:tr>/g)?.length)).toEqual(built.annexes.map(({ rows }) => rows.length + 1))
    for (const table of tables) {
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
      expect(table.match(/<w:cantSplit\/>/g)?.length).toBe(table.match(/<w:tr>/g)?.length)
    }
  })

  it('says in no part how it was made, and hides nothing', async () => {
    const consolidation = { ...demoConsolidation(), asOfSeq: 987 }
    for (const [path, text] of Object.entries(partsOf(await circularDocx(circular({ letterhead, consolidation })))))
      expect(text, path).not.toMatch(/987|asOfSeq|<property|w:vanish|w:comment|w:ins |w:del /)
  })

  it('stays well-formed whatever a person types into its fields', async () => {
    const typed = '市\u0007政府<w:p>&\uD800\u202E\t办'
    const source = { register, consolidation: demoConsolidation(), pending: new Set<string>(), unitsKnown: false }
    const fields = {
      issuer: typed,
      number: typed,
      addressee: typed,
      lead: typed,
      demands: `${typed}\n${typed}`,
      annexes: typed,
      copyTo: typed,
      printedBy: typed,
    }
    for (const kind of ['circular', 'report'] as const) {
      const { content } = await writeDocument(source, {
        kind,
        format: 'docx',
        formal: true,
        period: '2021-05',
        today: '2021-05-31',
        ...fields,
      })
      if (typeof content === 'string') throw new Error('a text')
      for (const [path, text] of Object.entries(partsOf(content))) if (/\.(xml|rels)$/.test(path)) XmlDocument.fromString(text).dispose()
      expect(await textOf(content)).toContain('市政府<w:p>& 办')
    }
  })

  it.each([
    ['关于2021年5月重点民生实事进展情况的通报', ['关于2021年5月重点民生实事', '进展情况的通报']],
    ['2021年省、市重点民生实事进展情况报告', ['2021年省、市重点民生实事进展情况报告']],
    [
      '2021年河南省十件重点民生实事和三门峡市十件民生实事进展情况报告',
      ['2021年河南省十件重点民生实事和', '三门峡市十件民生实事进展情况报告'],
    ],
  ])('breaks no title inside a word: %s', (title, lines) => {
    expect(titleLines(title)).toEqual(lines)
  })

  it('loses nothing of a title of any length, and makes no line too long where there is a word to break at', () => {
    for (let length = 1; length < 60; length++) {
      const title = '三门峡市人民政府办公室关于印发重点民生实事进展情况通报的通知及各项任务亮灯情况的说明和附件清单的函'.slice(0, length)
      expect(titleLines(title).join('')).toBe(title)
      for (const line of titleLines(title)) expect(widthOf(line)).toBeLessThanOrEqual(18)
    }
  })
})
