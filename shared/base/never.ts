/** Closes an exhaustive `switch`: the compiler refuses a forgotten case, and the run refuses data that lies. */
export function never(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}
