import { strToU8 } from 'fflate'
import { fail, ok, type Result } from '../../base/result.ts'
import type { CsvEncoding } from './csvEncoding.ts'
import { gbBytes, type NotEncodable } from './gb18030.ts'

/** The bytes of a text, without a byte order mark; the first character that has none in this encoding. */
export function encodeText(text: string, encoding: CsvEncoding): Result<Uint8Array, NotEncodable> {
  const half = HALF.exec(text)
  if (half) return fail({ tag: 'notEncodable', character: half[0] })
  if (encoding === 'utf-8') return ok(strToU8(text))
  if (encoding === 'gbk' || encoding === 'gb18030') return gbBytes(text, encoding)
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le')
  return ok(bytes)
}

/** Half of a surrogate pair: no character, so no encoding has it. */
const HALF = /\p{Cs}/u
