/** One place of a mistake: in `file`, `find` (which is there exactly once) becomes `replace`. */
export interface Edit {
  readonly file: string
  readonly find: string
  readonly replace: string
}

/** A mistake that somebody could make, and where the tests are that are about it. */
export interface Mistake {
  readonly name: string
  readonly edits: readonly Edit[]
  /** Paths of tests, or beginnings of paths, that run first; where they miss it, all of them run. */
  readonly tests: readonly string[]
}

/** A mistake in one place. */
export const slip = (name: string, file: string, find: string, replace: string, ...tests: readonly string[]): Mistake => ({
  name,
  edits: [{ file, find, replace }],
  tests,
})
