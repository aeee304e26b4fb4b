import { isRecord } from '../../shared/base/keysOf.ts'

/** Plain data, as it travels between Office.js and its host. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** `Array.isArray` for plain data, whose lists are read-only. */
export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value)

/** An object of plain data; what its values are is still to be looked at. */
export const isJsonObject = (value: unknown): value is { readonly [key: string]: Json | undefined } => isRecord(value)
