import { isOneOf, isRecord } from '../../shared/base/keysOf.ts'

/**
 * A test of a value's shape: a dozen lines where a schema library would weigh more than the pane's own code. `T` is the
 * wire's own type, so that a shape which forgets or mistakes a field does not compile; a test holds both against the
 * wire's schemas. Fields that a later server adds are let through.
 */
export type Shape<T> = (value: unknown) => value is T

/** A shape for each field; of one that may be absent, a shape that takes undefined too. */
type Fields<T> = { readonly [K in keyof T]-?: object extends Pick<T, K> ? Shape<T[K] | undefined> : Shape<T[K]> } & Readonly<
  Record<string, Shape<unknown>>
>

/** A text. */
export const text: Shape<string> = (value): value is string => typeof value === 'string'
/** An integer that a double holds exactly: counts, versions, and scaled figures. */
export const whole: Shape<number> = (value): value is number => Number.isSafeInteger(value)
/** True or false. */
export const truth: Shape<boolean> = (value): value is boolean => typeof value === 'boolean'
/** Anything but a field that is absent. */
export const anything: Shape<unknown> = (value): value is unknown => value !== undefined
/** A text of a form, which `pattern` gives with its beginning and end. */
export const matching =
  (pattern: RegExp): Shape<string> =>
  (value): value is string =>
    text(value) && pattern.test(value)
/** A value of a record: text, finite number, true or false. */
export const scalar: Shape<string | number | boolean> = (value): value is string | number | boolean =>
  text(value) || truth(value) || Number.isFinite(value)

/** The shape, or null. */
export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value): value is T | null =>
    value === null || shape(value)

/** The shape, or no field of that name. */
export const orAbsent =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || shape(value)

/** A list, each of its entries in the shape. */
export const listOf =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(shape)

/** One of these words. */
export const oneOf =
  <T extends string>(...words: readonly T[]): Shape<T> =>
  (value): value is T =>
    isOneOf(words, value)

/** An object used as a map: any names, each value in the shape. */
export const mapOf =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isRecord(value) && Object.values(value).every(shape)

/** An object that has these fields; others are let through. */
export const object = <T>(fields: Fields<T>): Shape<T> => {
  const all = Object.entries(fields)
  return (value): value is T => isRecord(value) && all.every(([name, shape]) => shape(value[name]))
}

/** One of several shapes, tried in their order. */
export const eitherOf =
  <T>(...shapes: readonly Shape<T>[]): Shape<T> =>
  (value): value is T =>
    shapes.some((shape) => shape(value))
