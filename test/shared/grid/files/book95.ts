import { encodeText } from '../../../../shared/grid/csv/encodeText.ts'
import { compoundOf } from '../format/compound.ts'

/** A workbook of Excel 95 as a Chinese machine wrote it: texts in code page 936 ([MS-XLS] describes its successor). */
export function book95(sheet: string, rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const body = [
    ...record(BOF, ...bof(SHEET)),
    ...rows.flatMap((row, r) => row.flatMap((value, c) => cell(value, [...short(r), ...short(c), 0, 0]))),
    ...record(EOF),
  ]
  const name = gbk(sheet)
  const directory = (at: number) => record(0x85, ...short(at & 0xffff), ...short(at >> 16), 0, 0, name.length, ...name)
  const head = (at: number) => [...record(BOF, ...bof(BOOK)), ...record(0x42, ...short(936)), ...directory(at), ...record(EOF)]
  return compoundOf([{ name: 'Book', bytes: Uint8Array.from([...head(head(0).length), ...body]) }])
}

const [BOF, EOF, BOOK, SHEET] = [0x809, 0x0a, 0x05, 0x10]
const short = (n: number) => [n & 0xff, n >> 8]
const record = (id: number, ...data: readonly number[]) => [...short(id), ...short(data.length), ...data]
/** Version 5, what it is, build and year. */
const bof = (type: number) => [0, 5, ...short(type), 0xe0, 0x0d, 0xcc, 0x07]

function cell(value: string | number, place: readonly number[]): readonly number[] {
  if (typeof value === 'number') return record(0x203, ...place, ...new Uint8Array(Float64Array.of(value).buffer))
  const bytes = gbk(value)
  return record(0x204, ...place, ...short(bytes.length), ...bytes)
}

function gbk(text: string): Uint8Array {
  const encoded = encodeText(text, 'gbk')
  if (!encoded.ok) throw new Error(encoded.fault.character)
  return encoded.value
}
