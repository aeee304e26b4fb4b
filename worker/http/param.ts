import type { PATH_PARAMETERS } from '../../shared/wire/contract.ts'
import type { Ask } from './context.ts'

/** A parameter of the address; the app has checked that it is there and well formed. */
export const param = (c: Ask, name: keyof typeof PATH_PARAMETERS): string => c.req.param(name) ?? ''
