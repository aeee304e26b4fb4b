/** An operation that can fail in ways its caller is expected to handle: a value, or a tagged fault. */
export type Result<T, F extends Fault> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F }

/** A fault says by `tag` what could not go on; a `switch` over the tags is exhaustive. */
export interface Fault {
  readonly tag: string
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const fail = <F extends Fault>(fault: F): { readonly ok: false; readonly fault: F } => ({ ok: false, fault })
