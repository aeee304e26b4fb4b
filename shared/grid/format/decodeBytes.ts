/** What every host has of the Encoding Standard; shared/ knows no host, so it is said here. */
interface Decoder {
  decode(bytes: Uint8Array): string
}
declare const TextDecoder: new (label: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean }) => Decoder

/** The text that bytes are in an encoding, a byte order mark included; what means nothing becomes U+FFFD. */
export const decodeBytes = (bytes: Uint8Array, encoding: string): string => decoderOf(encoding, false).decode(bytes)

/** Whether every byte means something in an encoding. */
export function fitsEncoding(bytes: Uint8Array, encoding: string): boolean {
  try {
    decoderOf(encoding, true).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether an encoding of this name is known. */
export function isEncoding(name: string): boolean {
  try {
    decoderOf(name, false)
    return true
  } catch {
    return false
  }
}

const decoders = new Map<string, Decoder>()

function decoderOf(encoding: string, fatal: boolean): Decoder {
  const key = `${encoding} ${fatal}`
  const known = decoders.get(key)
  if (known) return known
  const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true })
  decoders.set(key, decoder)
  return decoder
}
