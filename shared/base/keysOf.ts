/**
 * The keys of an object as its type names them: the one place where what `Object.keys` answers is taken at its word. For
 * objects that were written out in full; one that came from outside may have more keys than its type says.
 */
export const keysOf = <T extends object>(object: T): readonly (keyof T & string)[] => Object.keys(object) as (keyof T & string)[]

/** Whether a table has an entry of that name. */
export const isKeyOf = <T extends object>(table: T, name: unknown): name is keyof T & string =>
  typeof name === 'string' && Object.hasOwn(table, name)

/** Whether a value is one of a list's words: a list of literals is searched for any value, which `includes` refuses. */
export const isOneOf = <T>(words: readonly T[], value: unknown): value is T => words.some((word) => word === value)

/** A plain object, whose values may be anything: what JSON calls an object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
