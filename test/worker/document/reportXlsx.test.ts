import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import { reportXlsx } from '../../../worker/document/reportXlsx.ts'
import { row } from '../../shared/consolidation/row.ts'

/** 累计完成 and 完成比例 of an indicator, by its name. */
async function cells(records: readonly FoldRow[], name: string) {
  const consolidation = consolidate(register, records, { period: '2021-05', asOfSeq: 9, era: 'e' })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(reportXlsx(buildReport({ register, consolidation }), { register }).slice().buffer as ArrayBuffer)
  const sheet = workbook.getWorksheet('进展情况')
  const line = sheet?.getRows(3, sheet.rowCount)?.find((one) => one.getCell(5).value === name)
  return line && [8, 9].map((column) => line.getCell(column).value)
}
const named = (id: string): string => register.indicators.find((one) => one.id === id)?.name ?? ''

describe('累计完成 and 完成比例 of the workbook', () => {
  it.each<[string, string, readonly FoldRow[], readonly [unknown, unknown]]>([
    ['nothing', '7.1.a', [], ['暂未报送', '—']],
    ['a figure', '2.3.a', [row('wenlv', '2.3.a', '411200', { cumulative: 130 })], [130, 0.4333]],
    [
      'a figure of the whole city',
      '7.1.a',
      [row('jiaotong', '7.1.a', '411200', { cumulative: 146 })],
      ['146（全市另报）', '48.67%（全市另报）'],
    ],
    [
      'a figure at another stage',
      '9.3.b',
      [row('sifa', '9.3.b', '411200', { cumulative: 1105, stage: 'accepted' })],
      ['受理1105，不计入', '—'],
    ],
    [
      'a figure of the whole city at another stage',
      '7.1.a',
      [row('jiaotong', '7.1.a', '411200', { cumulative: 146, stage: 'started' })],
      ['开工146，不计入', '—'],
    ],
    ['a plain rate', '9.1.b', [row('zhengshu', '9.1.b', '411200', { statedPercent: 92.5 })], ['—', 0.925]],
    ['a rate of counts by its percentage alone', '8.1.c', [row('weijian', '8.1.c', '411200', { statedPercent: 71.36 })], ['—', 0.7136]],
    ['a rate that nobody told', '8.1.c', [], ['暂未报送', '—']],
    ['a target alone', '2.3.a', [row('wenlv', '2.3.a', '411200', { target: 300 })], ['暂未报送', '—']],
    ['a target and a remark', '2.3.a', [row('wenlv', '2.3.a', '411200', { target: 300, remark: '在办' })], ['未报数', '—']],
    ['figures of counties where the city’s is asked', '5.a', [row('zhujian', '5.a', '411202', { cumulative: 300 })], ['只报分县数', '—']],
  ])('%s', async (_, id, records, expected) => expect(await cells(records, named(id))).toEqual(expected))
})
