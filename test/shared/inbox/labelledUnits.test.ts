import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { gridFromJson } from '../../../shared/grid/gridFromJson.ts'
import type { InboxKnown } from '../../../shared/inbox/inboxFile.ts'
import { readGrids } from '../../../shared/inbox/readInboxFile.ts'
import { findUnit } from '../../../shared/register/findUnit.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'

const known: InboxKnown = {
  register,
  period: '2021-05',
  today: '2021-05-28',
  earlier: new Map(),
  remembered: [],
  people: new Map(),
  layouts: new Map(),
}
const sheets = globSync('test/sheets/*/*.json')
  .sort()
  .flatMap((path) => {
    const read = gridFromJson(JSON.parse(readFileSync(path, 'utf8')))
    const unit = read.ok ? findUnit(register, read.value.context.unit ?? '')?.unit.id : undefined
    return read.ok && unit !== undefined ? [{ path, unit, grid: read.value.grid }] : []
  })
const matched = (name: (unit: string) => string | undefined) =>
  sheets.flatMap(({ path, unit, grid }) => {
    const fileName = name(unit)
    const file = readGrids(known, [fileName === undefined ? grid : { ...grid, fileName }], new Map())
    return file.sheets.map((sheet) => ({ path, unit, found: sheet.unit }))
  })

it('takes no labelled sheet for another unit’s, whether its file is named or not', () => {
  for (const name of [() => undefined, (unit: string) => `${register.units.find(({ id }) => id === unit)?.name}5月.xlsx`])
    expect(matched(name).filter(({ unit, found }) => found !== null && found !== unit)).toEqual([])
})

it('finds the unit of nearly every sheet that was mailed under its keeper’s name', () => {
  // The office’s own sheets are nobody’s: it collects.
  const ofUnits = matched((unit) => `${register.units.find(({ id }) => id === unit)?.name}5月.xlsx`).filter(({ unit }) => unit !== 'ducha')
  expect(ofUnits.length).toBeGreaterThan(60)
  expect(ofUnits.filter(({ found }) => found === null).length).toBeLessThan(ofUnits.length / 20)
})
