import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { nameParts } from '../../../../shared/sheet/cells/nameParts.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { column, record, table } from '../../checks/sheetFacts.ts'

const ITEMS = [column('B', 'task'), column('C', 'indicator')]

function partsOf(items: readonly string[], targets: readonly number[], columns = ITEMS): string[] {
  const records = items.map((_, i) => record({ target: targets[i] ?? 0, cumulative: i }, { subject: '3.b', area: '411200', row: 5 + i }))
  const cells: (readonly CellValue[])[] = [[], [], [], [], ...items.map((item) => [null, null, item])]
  const view = viewSheet({ sheetName: 'S', cells, texts: {}, formats: {}, merges: [], formulas: {}, hiddenRows: [], date1904: false })
  return nameParts({ view, table: table([5, 6, 7], { columns }), register: register2021 }, records).map(({ part }) => part)
}

describe('nameParts', () => {
  it('names the parts of one indicator by the items of their rows', () => {
    expect(partsOf(['渑池县周转宿舍', '西闫一中\n周转宿舍'], [15, 27])).toEqual(['渑池县周转宿舍', '西闫一中周转宿舍'])
  })

  it.each([
    ['two rows are called alike', ['周转宿舍', '周转宿舍'], [15, 27], ITEMS],
    ['a row states the whole target', ['新建周转宿舍', '周转宿舍建设'], [107, 107], ITEMS],
    ['there is no column of items', ['渑池县周转宿舍', '西闫一中周转宿舍'], [15, 27], [column('B', 'task')]],
    ['an item has no name', ['渑池县周转宿舍', ''], [15, 27], ITEMS],
  ])('leaves rows as they are where %s', (_, items, targets, columns) => {
    expect(partsOf(items, targets, columns)).toEqual(['', ''])
  })
})
