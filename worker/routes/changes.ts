import { changesQuery } from '../../shared/wire/changes.ts'
import type { Handler } from '../http/context.ts'
import { conform } from '../http/readBody.ts'
import { readChanges } from '../store/sync/readChanges.ts'

/** Changes of figures across the city: who, when, from what to what, and after what. */
export const changes: Handler = async (c) => c.json(await readChanges(c.env.DB, conform(changesQuery, c.req.query())))
