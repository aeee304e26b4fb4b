import { expect, it } from 'vitest'
import { Book } from '../../../../addin/book/book.ts'
import { openFormats } from '../../../../addin/web/formats/openFormats.ts'

/** Opens a text, types into cells, and answers the text that is saved. */
async function typed(text: string, edits: readonly (readonly [row: number, column: number, text: string])[]): Promise<string> {
  const opened = await openFormats(new TextEncoder().encode(text), '5月.csv', {})
  if (!opened.ok) throw new Error(opened.fault.tag)
  const book = new Book(opened.value.content, '5月.csv')
  for (const [row, column, entry] of edits) book.edit(book.active, { top: row, left: column, bottom: row, right: column }, [[entry]], 2021)
  const saved = await opened.value.save(book)
  if (!saved.ok) throw new Error(saved.fault.tag)
  return new TextDecoder().decode(saved.value)
}

it.each<[name: string, edits: readonly (readonly [number, number, string])[], saved: string]>([
  ['nothing', [], '县区;完成\n湖滨区;48.670\n陕州区;1,460\n'],
  ['a number', [[2, 2, '48.67']], '县区;完成\n湖滨区;48.670\n陕州区;1,460\n'],
  ['another number', [[2, 2, '50.125']], '县区;完成\n湖滨区;50.125\n陕州区;1,460\n'],
  ['a number of twelve digits', [[2, 2, '123456789012.5']], '县区;完成\n湖滨区;123456789012.5\n陕州区;1,460\n'],
  ['a percentage, with all its digits', [[2, 3, '48.6712%']], '县区;完成\n湖滨区;48.670;48.6712%\n陕州区;1,460\n'],
  ['a text with the separator', [[2, 1, '湖滨;区']], '县区;完成\n"湖滨;区";48.670\n陕州区;1,460\n'],
  ['nothing more', [[3, 2, '']], '县区;完成\n湖滨区;48.670\n陕州区;\n'],
])('a text in which is typed %s', async (_, edits, saved) => {
  expect(await typed('县区;完成\n湖滨区;48.670\n陕州区;1,460\n', edits)).toBe(saved)
})

it('rows that come in the middle and at the end are written where they are', async () => {
  const opened = await openFormats(new TextEncoder().encode('甲,1\r\n乙,2\r\n'), '5月.csv', {})
  if (!opened.ok) throw new Error(opened.fault.tag)
  const book = new Book(opened.value.content, '5月.csv')
  for (const [row, values] of [
    ['甲', '1'],
    ['丙', '3'],
    ['乙', '2'],
  ].entries())
    book.edit(book.active, { top: row + 1, left: 1, bottom: row + 1, right: 2 }, [values], 2021)
  const saved = await opened.value.save(book)
  expect(saved.ok && new TextDecoder().decode(saved.value)).toBe('甲,1\r\n丙,3\r\n乙,2\r\n')
})

it('a text in doubt asks, and bytes that hold no sheets say what they are', async () => {
  const doubtful = Uint8Array.from([0xc4, 0xbf, 0xc2, 0xbc])
  expect(await openFormats(doubtful, 'a.csv', {})).toMatchObject({ ok: false, fault: { tag: 'encodingUnclear' } })
  expect(await openFormats(doubtful, 'a.csv', { encoding: 'gbk' })).toMatchObject({ ok: true, value: { kind: 'text' } })
  expect(await openFormats(new TextEncoder().encode('%PDF-1.7\n'), 'a.xlsx', {})).toMatchObject({
    ok: false,
    fault: { tag: 'otherFormat' },
  })
  expect(await openFormats(new Uint8Array(), 'a.xlsx', {})).toMatchObject({ ok: false, fault: { tag: 'emptyFile' } })
})
