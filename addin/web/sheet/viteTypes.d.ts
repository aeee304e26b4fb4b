/** A file's address after the build. */
declare module '*.wasm?url' {
  const address: string
  export default address
}
