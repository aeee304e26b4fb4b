import { describe, expect, it } from 'vitest'
import { keysOf } from '../../../../shared/base/keysOf.ts'
import { headingFields } from '../../../../shared/sheet/headings/headingFields.ts'
import { HEADING_PARTS, headingPartOf } from '../../../../shared/sheet/headings/headingParts.ts'
import { HEADING_TEXTS } from '../../../../shared/sheet/headings/headingTexts.ts'
import { compactText } from '../../../../shared/sheet/view/compactText.ts'

const LISTED = keysOf(HEADING_TEXTS).map((field) => ({ field, texts: HEADING_TEXTS[field] ?? [] }))

/** Listed with their brackets, but read without them, since what stands before these is listed for another field. */
const SHADOWED: ReadonlySet<string> = new Set(['完成情况(是/否)', '联系人(电话)', '责任人(电话)'])

describe('a heading of the list', () => {
  it.each(LISTED)('means $field', ({ field, texts }) => {
    const others = texts.filter((text) => !SHADOWED.has(text) && !headingFields(text).some((guess) => guess.field === field))
    expect(others).toEqual([])
  })

  it.each(LISTED)('of $field is listed once, as it is compared', ({ texts }) => {
    expect(texts.filter((text, i) => text !== compactText(text) || texts.indexOf(text) !== i)).toEqual([])
  })
})

describe('a heading that is not listed', () => {
  it.each(HEADING_PARTS.entries)('is understood by its parts: $example', (entry) => {
    expect(headingPartOf(entry.example)).toBe(entry)
  })

  it.each([
    ['已救助人数', ['cumulative']],
    ['资格审查通过人数', ['cumulative']],
    ['完成率（%）', ['percent']],
    ['绿化（%）', ['percent']],
    ['其中：续建', ['carry_over']],
    ['张三', []],
  ])('%s means %j', (text, fields) => {
    expect(headingFields(text).map(({ field }) => field)).toEqual(fields)
  })
})
