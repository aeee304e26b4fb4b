import { expect } from 'vitest'
import type { SyncAnswer } from '../../../shared/wire/sync.ts'
import { PEOPLE } from '../world.ts'
import { type CityModel, FIELDS, type Outcome, type Sent } from './cityModel.ts'

/** The model after an order of the letters in which it answers what the server did; throws where there is none. */
export function explained(
  model: CityModel,
  letters: readonly { readonly sent: Sent }[],
  answers: readonly (string | readonly Outcome[])[],
): CityModel {
  const wanted = JSON.stringify(answers)
  for (const order of ordersOf(letters.map((_, index) => index))) {
    const after = model.clone()
    const outcomes: unknown[] = []
    for (const index of order) outcomes[index] = after.sync(letters[index]?.sent as Sent)
    if (JSON.stringify(outcomes) === wanted) return after
  }
  throw new Error(`no order explains ${wanted}`)
}

function ordersOf(all: readonly number[]): number[][] {
  if (all.length === 0) return [[]]
  return all.flatMap((first) => ordersOf(all.filter((other) => other !== first)).map((rest) => [first, ...rest]))
}

/** What an answer says, in the words of the model; a position where something was written, and only there. */
export async function told(answer: Response): Promise<string | readonly Outcome[]> {
  const read = (await answer.json()) as SyncAnswer & { code: string }
  if (answer.status !== 200) return read.code
  const outcomes = read.outcomes.map((outcome): Outcome => {
    if (outcome.status === 'rejected') return { status: 'rejected' }
    if (outcome.status !== 'conflict') return { status: outcome.status, version: outcome.version }
    const { values, deleted, by, version } = outcome.server
    expect(version).toBe(outcome.version)
    const all = Object.fromEntries(FIELDS.map((field) => [field, (values[field] as number | string | undefined) ?? null]))
    const fields = FIELDS.filter((field) => outcome.fields.includes(field))
    expect(fields).toHaveLength(outcome.fields.length)
    return { status: 'conflict', version, fields, server: { values: all as never, deleted, by: idOf(by) } }
  })
  expect(read.seq !== null).toBe(!read.dryRun && outcomes.some(({ status }) => status === 'applied'))
  return outcomes
}

const idOf = (name: string): string => PEOPLE.find((person) => person.name === name)?.id ?? ''
