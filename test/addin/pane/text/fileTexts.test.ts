import { describe, expect, it } from 'vitest'
import { fileEn } from '../../../../addin/pane/text/fileEn.ts'
import { fileZhCN } from '../../../../addin/pane/text/fileZhCN.ts'
import type { FileFault } from '../../../../shared/grid/files/fileFault.ts'

const FAULTS: readonly FileFault[] = [
  { tag: 'emptyFile' },
  { tag: 'encrypted' },
  { tag: 'damaged', part: 'xl/workbook.xml' },
  { tag: 'tooLarge', what: 'inflated' },
  { tag: 'noSheet' },
  { tag: 'encodingUnclear', candidates: [] },
  ...(['document', 'slides', 'pdf', 'picture', 'archive', 'compound', 'unknown'] as const).map(
    (format): FileFault => ({ tag: 'otherFormat', format }),
  ),
]

describe('why a file cannot be read', () => {
  it.each(FAULTS)('$tag $format: says what the file is and what to do, without a code', (fault) => {
    const [chinese, english] = [fileZhCN.fault(fault), fileEn.fault(fault)]
    expect(chinese).toMatch(/^[^。]+。请|^[^。]+。可能[^。]+。请/)
    expect(chinese).not.toMatch(/[A-Za-z]+\/|undefined|[a-z]+[A-Z]/)
    expect(english).toMatch(/[.;].+\.$/)
    expect(`${chinese}${english}`).not.toContain(fault.tag === 'otherFormat' ? 'otherFormat' : 'xl/')
  })

  it('says a different thing of each', () => {
    for (const texts of [fileZhCN, fileEn]) expect(new Set(FAULTS.map((fault) => texts.fault(fault))).size).toBe(FAULTS.length)
  })

  it('names the cell and the character that cannot be saved, and the encoding in words', () => {
    const fault = { tag: 'notEncodable', cell: 'E7', character: '😀' } as const
    expect(fileZhCN.notWritten(fault, 'gbk')).toBe(
      '没有保存：单元格 E7 里的“😀”在这个文件的编码 GBK（ANSI）里没有。请换一个写法，或另存为 .xlsx。',
    )
    expect(fileEn.notWritten({ tag: 'damagedText' }, 'gbk')).toContain('.xlsx')
  })
})
