import { describe, expect, it } from 'vitest'
import { cellError } from '../../../shared/checks/cellError.ts'
import { fact, said } from './sheetFacts.ts'

describe('cellError', () => {
  it.each([
    ['#DIV/0!', '#DIV/0!', ['error F5 CELL_ERROR']],
    ['#REF!', '#REF!', ['error F5 CELL_ERROR']],
    ['错误', undefined, []],
  ])('answers %s in a cell with %s', (value, error, findings) => {
    expect(said(cellError, { cells: [fact('F5', 'percent', value, error === undefined ? {} : { error })] })).toEqual(findings)
  })

  it('says a cell once, though two subjects share it', () => {
    const cell = fact('R13', 'percent', '#VALUE!', { error: '#VALUE!' })
    expect(said(cellError, { cells: [cell, { ...cell, indicator: '1.c' }] })).toEqual(['error R13 CELL_ERROR'])
  })
})
