import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMemory } from '../../../../addin/flow/refresh/sheetMemory.ts'
import { first, refreshed, states } from './playedAnswers.ts'
import { type PlayedSheet, shown, swapped, typed, withColumn, withRow } from './playedSheet.ts'

describe('interrupted anywhere', () => {
  const KEYS = ['1', '2', '3', '4', '5', '6']
  const UNITS = ['文旅局', '民政局', '教育局']
  const AREAS = ['湖滨区', '陕州区', '灵宝市']
  const answers = fc.record({
    seq: fc.integer({ min: 1, max: 99 }),
    figures: fc
      .tuple(fc.subarray(KEYS, { minLength: 1 }), fc.array(fc.option(fc.nat(50)), { minLength: 6, maxLength: 6 }))
      .map(([keys, values]) => keys.map((key, i): [string, number | null] => [key, values[i] ?? null])),
    units: fc.subarray(UNITS),
    ranks: fc.shuffledSubarray(AREAS),
  })
  type Edit = (sheet: PlayedSheet) => PlayedSheet
  const FIGURES = 4
  /** What people do: each text of theirs begins with 我. */
  const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
    fc.oneof(
      fc.nat(20).map(
        (row): Edit =>
          (sheet) =>
            typed(sheet, row + 3, 8, `我${row}`),
      ),
      fc.tuple(fc.nat(15), fc.nat(2)).map(
        ([row, column]): Edit =>
          (sheet) =>
            withRow(sheet, Math.min(row, sheet.cells.length - 4) + FIGURES, column + 7, `我行${row}`),
      ),
      fc.nat(4).map(
        (column): Edit =>
          (sheet) =>
            withColumn(sheet, column + 2),
      ),
      fc.constant((sheet: PlayedSheet) => {
        const rows = shown(sheet).flatMap((row, i) => (row.some((text) => text.startsWith('指标') && text !== '指标') ? [i + 1] : []))
        const [one, other] = [rows[0], rows.at(-1)]
        return one === undefined || other === undefined ? sheet : swapped(sheet, one, other)
      }),
    ),
    { maxLength: 4 },
  )
  const prepared = fc.record({ before: answers, after: answers, edits }).map(({ before, after, edits: all }) => ({
    after,
    start: all.reduce((sheet, edit) => edit(sheet), first(before)),
  }))

  test('and done again, it says the same as an uninterrupted time', () => {
    fc.assert(
      fc.property(prepared, fc.nat(), ({ start, after }, at) => {
        const all = states(start, after)
        const whole = all.at(-1)
        const stopped = all[at % all.length]
        if (!whole || !stopped) return
        const resumed = refreshed(stopped, after)
        expect(shown(resumed)).toEqual(shown(whole))
        expect(looks(resumed)).toEqual(looks(whole))
        expect(remembered(resumed)).toEqual(remembered(whole))
      }),
      { numRuns: 300 },
    )
  })

  test('with figures that moved on meanwhile, it says the later ones', () => {
    fc.assert(
      fc.property(prepared, answers, fc.nat(), ({ start, after }, between, at) => {
        const first = states(start, between)
        const stopped = first[at % first.length] ?? start
        expect(ours(refreshed(stopped, after))).toEqual(ours(refreshed(start, after)))
      }),
      { numRuns: 300 },
    )
  })

  test('every text of theirs is there afterwards, as often, in a row with the same key', () => {
    fc.assert(
      fc.property(prepared, ({ start, after }) => {
        expect(theirs(refreshed(start, after))).toEqual(theirs(start))
      }),
      { numRuns: 300 },
    )
  })

  test('a sheet that is not whole says so', () => {
    fc.assert(
      fc.property(prepared, ({ start, after }) => {
        const all = states(start, after)
        for (const one of all.slice(1, -1))
          if (
            !shown(one)
              .flat()
              .some((text) => text === '没有写完')
          )
            expect(shown(one)).toEqual(shown(start))
      }),
      { numRuns: 100 },
    )
  })

  /** Which rows are remembered as ours, with which looks. */
  const remembered = ({ memory }: PlayedSheet) =>
    [...(parseMemory(memory)?.tables ?? [])].map(([name, rows]) => [name, [...rows].map(([key, { roles }]) => [key, roles]).sort()])
  /** What it says of each key, whatever is marked as left and wherever it stands. */
  const ours = (sheet: PlayedSheet) =>
    shown(sheet)
      .filter((row) => !row.some((text) => text.startsWith('已不在') || text.startsWith('我')) && row.length > 0)
      .map((row) => row.filter((text) => text !== '').join(' '))
      .sort()
  const looks = ({ cells }: PlayedSheet) => cells.map((row) => row.map(({ role, held }) => (held === '' ? undefined : role)))
  const NAMES = new Set([...KEYS.map((key) => `指标${key}`), ...UNITS, ...AREAS])
  const theirs = (sheet: PlayedSheet) =>
    shown(sheet)
      .flatMap((row) => row.filter((text) => text.startsWith('我')).map((text) => `${row.find((one) => NAMES.has(one)) ?? ''} ${text}`))
      .sort()
})
