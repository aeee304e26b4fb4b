/**
 * Plain data that nobody changes, all the way down: what a schema infers may be changed otherwise, and could not take the
 * domain's own read-only values without a cast.
 */
export type Immutable<T> = T extends readonly (infer Entry)[]
  ? readonly Immutable<Entry>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T
