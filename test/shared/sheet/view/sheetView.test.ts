import { describe, expect, it } from 'vitest'
import { compactText, isCompact, withoutSpace } from '../../../../shared/sheet/view/compactText.ts'
import { isBlank, viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../../grid/gridOf.ts'

describe('a view of a sheet', () => {
  const grid = gridOf([[null, '２０２１年 进展', null], [], [null, '  ', null], [null, '湖滨区', 12.5, true]])
  const view = viewSheet({ ...grid, merges: ['B1:D1', 'B4:B6', 'nonsense'] })

  it('knows the filled rows and columns', () => {
    expect([view.filledRows, view.left, view.right]).toEqual([[1, 4], 2, 4])
  })

  it('has a value and a compact text for every cell, blank or beyond the sheet', () => {
    expect([view.value(3, 2), view.value(9, 9), view.value(4, 4)]).toEqual([null, null, true])
    expect([view.text(1, 2), view.text(4, 3), view.text(3, 2)]).toEqual(['2021年进展', '12.5', ''])
  })

  it('gives the cells of a merge the text of its first one', () => {
    expect([view.mergedText(1, 4), view.mergedText(5, 2), view.mergedText(5, 3)]).toEqual(['2021年进展', '湖滨区', ''])
    expect(view.mergesIn(4, 9).map(({ top, bottom }) => [top, bottom])).toEqual([[4, 6]])
  })

  it('has no columns where the sheet has no cells', () => {
    expect(viewSheet(gridOf([[], [null]]))).toMatchObject({ filledRows: [], left: 1, right: 0 })
  })
})

describe('a cell', () => {
  it.each([
    [null, true],
    [undefined, true],
    ['', true],
    [' \n　', true],
    ['　湖滨区', false],
    ['a', false],
    [0, false],
    [false, false],
  ])('%j is blank: %s', (value, blank) => {
    expect(isBlank(value)).toBe(blank)
  })
})

describe('a compact text', () => {
  it.each([
    ['备  注', '备注', '备注'],
    ['（公里）', '(公里)', '（公里）'],
    ['１４.６％', '14.6%', '１４.６％'],
    ['责\u200b任\ufeff单位', '责任单位', '责任单位'],
  ])('of %j is %j, and %j as a person sees it', (text, compact, shown) => {
    expect([compactText(text), withoutSpace(text)]).toEqual([compact, shown])
    expect(isCompact(compact) || compact.length > 24 || compactText(compact) === compact).toBe(true)
  })
})
