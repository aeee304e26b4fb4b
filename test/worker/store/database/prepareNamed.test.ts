import { expect, it } from 'vitest'
import type { Database } from '../../../../worker/store/database/database.ts'
import { prepareNamed } from '../../../../worker/store/database/prepareNamed.ts'
import { database } from '../../world.ts'

const db = database as unknown as Database

it('binds each value wherever its name stands, and takes nothing else for a name', async () => {
  const statement = prepareNamed(db, "SELECT :a AS a, :b AS b, :a || ':' || 'T16:00:00' AS c", { a: 'x', b: null })
  expect(await statement.first()).toEqual({ a: 'x', b: null, c: 'x:T16:00:00' })
})

it('refuses a name that has no value', () => {
  expect(() => prepareNamed(db, 'SELECT :a, :other', { a: 1 })).toThrow('no value for :other')
})
