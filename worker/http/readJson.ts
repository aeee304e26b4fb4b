import type { z } from 'zod'
import { MAX_BODY_BYTES } from '../../shared/wire/protocol.ts'
import type { Ask } from './context.ts'
import { conform, parseSoundJson, readBytes } from './readBody.ts'

/** The JSON body of a request, as the schema has it. */
export const readJson = async <T>(c: Ask, schema: z.ZodType<T>, limit: number = MAX_BODY_BYTES): Promise<T> =>
  conform(schema, parseSoundJson(await readBytes(c.req.raw, limit)))
