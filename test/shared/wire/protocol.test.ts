import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { CONTRACT, type RouteContract } from '../../../shared/wire/contract.ts'
import { problemSchema } from '../../../shared/wire/problem.ts'
import { PROTOCOL_VERSION } from '../../../shared/wire/protocol.ts'

/** The hash of the contract's JSON schemas, for each protocol version that ever was. */
const PINNED: Readonly<Record<number, string>> = {
  1: '8e52118e80336363',
  2: '261c81ae8715eb71',
  3: '0ec4b23f27110a51',
  4: '247220509fe1a5cb',
  5: '7f19582cceffa864',
  6: 'd65c0f5bea724f36',
  7: 'f497915f8f1f3b82',
  8: 'a4a87e404d285d56',
  9: '6d659b3d498a0f7a',
  10: 'd184656dd5d2e33d',
}

it('is the contract that its version number was pinned with: bump PROTOCOL_VERSION and pin again, with a line of history', () => {
  const json = (schema: z.ZodType | null | undefined) => (schema ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) : null)
  const routes = Object.entries(CONTRACT as Record<string, RouteContract>)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { query, headers, body, answer }]) => [key, json(query), json(headers), json(body), json(answer)])
  const hash = createHash('sha256')
    .update(JSON.stringify([routes, json(problemSchema)]))
    .digest('hex')
    .slice(0, 16)
  expect(hash).toBe(PINNED[PROTOCOL_VERSION])
})
