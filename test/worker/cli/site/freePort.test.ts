import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { freePort } from '../../../../worker/cli/site/freePort.ts'

describe('freePort', () => {
  it('gives the next port where the wanted one is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as { port: number }
    expect(await freePort(port)).toBeGreaterThan(port)
    await new Promise((resolve) => taken.close(resolve))
    expect(await freePort(port)).toBe(port)
  })
})
