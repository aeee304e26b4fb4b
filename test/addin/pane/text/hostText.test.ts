import { describe, expect, test } from 'vitest'
import { faultText } from '../../../../addin/pane/FaultNotice.tsx'
import { en } from '../../../../addin/pane/text/en.ts'
import { hostText } from '../../../../addin/pane/text/hostText.ts'
import { zhCN } from '../../../../addin/pane/text/zh-CN.ts'
import { OPERATIONS, REFUSALS } from '../../../../addin/ports/workbookFault.ts'

const all = OPERATIONS.flatMap((during) => REFUSALS.map((tag) => ({ during, tag, sheet: '5月', code: 'GeneralException' })))

describe.for([zhCN, en])('what Excel refuses, in $language', (texts) => {
  test('has a sentence of its own for each refusal of each operation, and something to do', () => {
    const said = all.map((fault) => hostText(texts, fault))
    expect(new Set(said.map(({ what }) => what)).size).toBe(all.length)
    for (const [index, { what, todo }] of said.entries()) {
      expect(what, JSON.stringify(all[index])).not.toMatch(/拒绝|refused|GeneralException|[{}‹›]|undefined/)
      expect(todo.length, JSON.stringify(all[index])).toBeGreaterThan(5)
    }
  })

  test('says of what never answered that it may still happen, and does not say so of what changes nothing', () => {
    const late = (during: (typeof OPERATIONS)[number]) => hostText(texts, { tag: 'hostTimeout', during }).todo
    for (const during of ['mark', 'select', 'write', 'remember', 'set'] as const) expect(late(during)).toMatch(/可能|may still/)
    expect(late('read')).toMatch(/没有改动|is as it was/)
  })

  test('names the sheet where it is known, and leaves no gap where it is not', () => {
    expect(hostText(texts, { tag: 'protected', during: 'mark', sheet: '5月' }).what).toContain('“5月”')
    expect(hostText(texts, { tag: 'protected', during: 'mark' }).what).not.toMatch(/“|—/)
  })

  test('is what the pane shows, also of work that was interrupted', () => {
    const cause = { tag: 'cellEditing', during: 'write' } as const
    expect(faultText(texts, cause)).toEqual(hostText(texts, cause))
    expect(faultText(texts, { tag: 'unfinished', sheet: '汇总', written: 3, of: 9, cause }).todo).toContain(hostText(texts, cause).todo)
  })
})
