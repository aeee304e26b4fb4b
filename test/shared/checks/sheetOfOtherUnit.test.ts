import { describe, expect, it } from 'vitest'
import { sheetOfOtherUnit } from '../../../shared/checks/sheetOfOtherUnit.ts'
import { record, said, table } from './sheetFacts.ts'

/** What a sheet says of whose it is. */
interface Sheet {
  readonly line?: string
  readonly title?: string
  readonly tab?: string
  readonly file?: string
}

function found(reporter: string | undefined, { line, title, tab = 'Sheet1', file }: Sheet): readonly string[] {
  const one = record({ cumulative: 1 })
  return said(sheetOfOtherUnit, {
    tables: [
      table([5], {
        meta: line === undefined ? {} : { reportingUnit: line, reportingUnitCell: 'A2' },
        ...(title === undefined ? {} : { title: { row: 1, text: title } }),
      }),
    ],
    records: [{ ...one, origin: { ...one.origin, sheet: tab } }],
    context: reporter === undefined ? { period: '2021-05' } : { reporter, period: '2021-05' },
    ...(file === undefined ? {} : { file }),
  })
}

const at = (cell: string) => [`warning ${cell} SHEET_OF_OTHER_UNIT`]

describe('a sheet of another unit', () => {
  it.each<[string, Sheet, string]>([
    ['市司法局', { line: '市交通运输局' }, 'A2'],
    ['市司法局', { line: '市交通局' }, 'A2'],
    ['市司法局', { line: '三门峡市交通运输局' }, 'A2'],
    ['市司法局', { line: '市交通运输局（盖章）' }, 'A2'],
    ['sifa', { line: '三门峡市交通运输局', title: '2021年5月进展情况表' }, 'A2'],
    ['湖滨区人民政府', { line: '陕州区人民政府' }, 'A2'],
    ['湖滨区人民政府', { line: '陕县' }, 'A2'],
    ['市司法局', { title: '市交通运输局2021年5月重点民生实事进展情况表' }, 'A1'],
    ['市司法局', { title: '三门峡市交通运输局重点民生实事进展情况表' }, 'A1'],
    ['市司法局', { title: '附件2：市交通运输局重点民生实事进展情况表' }, 'A1'],
    ['市司法局', { title: '2021年重点民生实事进展情况表（市交通局）' }, 'A1'],
    ['市住建局', { title: '国网三门峡供电公司2021年5月进展情况表' }, 'A1'],
    ['陕州区人民政府', { title: '湖滨区2021年农村公路进展情况表' }, 'A1'],
    // only the names say whose it is
    ['市司法局', { tab: '市交通局' }, 'A3'],
    ['市司法局', { tab: '市交通局5月', title: '2021年重点民生实事进展情况表' }, 'A3'],
    ['市司法局', { file: '市交通运输局5月进展.xlsx' }, 'A3'],
    ['市司法局', { file: '2021年5月民生实事进展-市交通局.xlsx' }, 'A3'],
  ])('%s is about to report %j', (reporter, sheet, cell) => {
    expect(found(reporter, sheet)).toEqual(at(cell))
  })
})

describe('a sheet that is the reporter’s, or nobody’s in particular', () => {
  it.each<[string | undefined, Sheet]>([
    ['市司法局', { line: '市司法局' }],
    ['市司法局', { line: '三门峡市司法局' }],
    ['市交通运输局', { line: '市交通局' }],
    ['市文化广电旅游局', { line: '市文广旅局' }],
    ['市司法局', {}],
    // somebody that the register does not know
    ['市司法局', { line: '某某公司' }],
    ['湖滨区人民政府', { line: '湖滨区交通运输局' }],
    // several, of which one is the reporter
    ['市司法局', { line: '市司法局、市交通运输局' }],
    ['市司法局', { line: '市交通运输局', title: '市司法局2021年5月进展情况表' }],
    ['市文联', { title: '市委宣传部、市文联2021年文化惠民进展情况表' }],
    // one on behalf of the other
    ['市交通运输局', { line: '湖滨区人民政府（市交通运输局代报）' }],
    ['湖滨区人民政府', { line: '湖滨区政府（市交通运输局代填）' }],
    ['市司法局', { line: '市交通运输局代报' }],
    // in a county-level city 市教育局 may be its own bureau
    ['灵宝市人民政府', { line: '市教育局' }],
    ['义马市人民政府', { title: '义马市教育局2021年5月进展情况表' }],
    ['市司法局', { title: '灵宝市教育局2021年5月进展情况表' }],
    // whoever leads, commissions or receives it does not file it
    ['市住建局', { title: '市交通运输局牵头事项进展情况表' }],
    ['市住建局', { title: '市公安局督办事项进展情况表' }],
    ['市住建局', { title: '抄送：市交通运输局' }],
    ['市住建局', { line: '市政府督查室' }],
    ['市住建局', { title: '市政府督查室2021年5月重点民生实事台账' }],
    // the city's own, and lists of everybody
    ['市住建局', { title: '三门峡市2021年重点民生实事进展情况表' }],
    ['市住建局', { title: '三门峡市人民政府重点民生实事进展情况表' }],
    ['市住建局', { title: '市交通运输局、市公安局2021年重点民生实事进展情况表' }],
    ['市政府督查室', { line: '市交通运输局' }],
    [undefined, { line: '市交通运输局' }],
    // departments keep sheets of counties, and counties of departments
    ['市交通运输局', { tab: '湖滨区' }],
    ['市交通运输局', { title: '湖滨区2021年农村公路进展情况表' }],
    ['湖滨区人民政府', { title: '市交通运输局2021年农村公路进展情况表' }],
    // names count only where the sheet itself says nothing
    ['市司法局', { line: '市司法局', file: '市交通运输局5月进展.xlsx' }],
    ['市司法局', { tab: '市司法局', file: '市交通运输局5月进展.xlsx' }],
    ['市司法局', { tab: '5月', file: '进展.xlsx' }],
    // a word of a name is not the name
    ['市司法局', { title: '城市交通运输局域网建设进展情况表' }],
  ])('%s is about to report %j', (reporter, sheet) => {
    expect(found(reporter, sheet)).toEqual([])
  })
})
