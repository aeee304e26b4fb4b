import { z } from 'zod'
import { isKeyOf, keysOf } from '../../shared/base/keysOf.ts'
import { CONTRACT, PATH_PARAMETERS, type RouteContract, type RouteKey } from '../../shared/wire/contract.ts'
import { problemSchema } from '../../shared/wire/problem.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocol.ts'
import { POLICY, type Rule } from '../http/policy.ts'

/** A part of the address, the query or the headers. */
interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: unknown
}
/** A route, in OpenAPI's words. */
export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly security: readonly object[]
  readonly 'x-roles': Rule
  readonly parameters: readonly Parameter[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, unknown>>
}
/** The document, as far as our page of it reads it. */
export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: object
}

/** Made when first asked for: most isolates never are. */
let made: OpenApi | undefined

/** The OpenAPI 3.1 document, from the schemas that the server itself validates by and the policy that it decides by. */
export function openApi(): OpenApi {
  made ??= {
    openapi: '3.1.0',
    info: { title: 'Livelihood progress', version: String(PROTOCOL_VERSION) },
    paths: paths(),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemSchema) },
    },
  }
  return made
}

function paths(): OpenApi['paths'] {
  const all: Record<string, Record<string, Operation>> = {}
  for (const key of keysOf(CONTRACT)) {
    const [method = '', path = ''] = key.split(' ')
    all[path] = { ...all[path], [method.toLowerCase()]: operation(key, path, CONTRACT[key]) }
  }
  return all
}

/** A route as OpenAPI says it: everything from the contract and the policy, nothing by hand. */
function operation(key: RouteKey, path: string, contract: RouteContract): Operation {
  const rule = POLICY[key]
  const named = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (isKeyOf(PATH_PARAMETERS, name) ? [name] : []))
  const refused = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return {
    operationId: key.replace(/[^A-Za-z]+(\w)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? ''),
    summary: contract.summary,
    security: rule === 'anyone' ? [] : [{ token: [] }],
    'x-roles': rule,
    parameters: [
      ...named.map((name) => ({ name, in: 'path' as const, required: true, schema: schemaOf(PATH_PARAMETERS[name]) })),
      ...parametersOf(contract.query, 'query'),
      ...parametersOf(contract.headers, 'header'),
    ],
    ...(contract.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(contract.body) } } } } : {}),
    responses: {
      ...(contract.answer
        ? { '200': { description: 'Done', content: { 'application/json': { schema: schemaOf(contract.answer) } } } }
        : { '204': { description: 'Done' } }),
      default: refused,
    },
  }
}

function parametersOf(schema: z.ZodObject | undefined, place: 'query' | 'header'): Parameter[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema)
  return Object.entries(properties).map(([name, each]) => ({ name, in: place, required: required.includes(name), schema: each }))
}

/** What the server takes, not what it makes of it: defaults may be left out. */
const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
