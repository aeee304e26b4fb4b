import { beforeAll, describe, expect, it } from 'vitest'
import { CONTRACT } from '../../../shared/wire/contract.ts'
import { type OpenApi, openApi } from '../../../worker/domain/openApi.ts'
import { openWorld, type World } from '../world.ts'

describe('the contract to read', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })

  it('is an OpenAPI document of every route, with parameters, bodies, answers and problems', async () => {
    const document = (await (await world.ask(null, 'GET', '/v1/openapi.json')).json()) as OpenApi
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(listed.sort()).toEqual(Object.keys(CONTRACT).sort())
    const sync = document.paths['/v1/periods/{period}/reporters/{reporter}/sync']?.post
    expect(sync?.parameters.map(({ name }) => name)).toEqual(['period', 'reporter', 'dryRun', 'idempotency-key'])
    expect(JSON.stringify(sync?.requestBody)).toContain('periodEpoch')
    const ids = Object.values(openApi().paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is a page without script and without any outside address', async () => {
    const answer = await world.ask(null, 'GET', '/v1/docs')
    const html = await answer.text()
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(html).toContain('/v1/periods/{period}/reporters/{reporter}/sync')
    expect(html).not.toContain('<script')
    expect(html.match(/(?:src|href)="(?!#|\/v1\/)[^"]*"/g)).toBeNull()
  })
})
