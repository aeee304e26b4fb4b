import type { Result } from '../../shared/base/result.ts'
import type { ApiFault } from '../ports/apiFault.ts'
import type { RequestLine } from './request.ts'
import type { Shape } from './shape.ts'

/** Asks our server and believes only an answer of this shape. `extra` are headers of this request alone. */
export type Ask = <T>(line: Omit<RequestLine, 'headers'>, shape: Shape<T>, extra?: Record<string, string>) => Promise<Result<T, ApiFault>>

/** Asks our server for something that it answers without content (204). */
export type Send = (line: Omit<RequestLine, 'headers'>) => Promise<Result<void, ApiFault>>
