import { describe, expect, test, vi } from 'vitest'
import { findingWords } from '../../../../addin/pane/frame/findingWords.ts'
import { wordParams } from '../../../../addin/pane/frame/wordParams.ts'
import { en } from '../../../../addin/pane/text/en.ts'
import { fillTemplate } from '../../../../addin/pane/text/fillTemplate.ts'
import { loadTexts } from '../../../../addin/pane/text/loadTexts.ts'
import { readingEn } from '../../../../addin/pane/text/readingEn.ts'
import { readingZhCN } from '../../../../addin/pane/text/readingZhCN.ts'
import type { Texts } from '../../../../addin/pane/text/texts.ts'
import { zhCN } from '../../../../addin/pane/text/zh-CN.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { PROBLEM_STATUS } from '../../../../shared/wire/problem.ts'
import { labelledSheet, sheetNames } from '../../../sheets/labelledSheet.ts'
import { gridOf } from '../../fakeAnswers.ts'

const languages: readonly Texts[] = [zhCN, en]

/** Every text of a language, by its path; functions are called with numbers and names. */
function leaves(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String(value('2021-05', 2, 3, 4, 5))]]
  return Object.entries(value as object).flatMap(([key, part]) => leaves(part, `${path}.${key}`))
}

describe.for(languages)('the texts in $language', (texts) => {
  test('leave nothing empty', () => {
    const words = [...leaves(texts), ...leaves(texts.language === 'en' ? readingEn : readingZhCN)]
    expect(words.filter(([path, text]) => text.trim() === '' && path !== '.separator')).toEqual([])
  })

  test('word every problem of the server', () => {
    expect(Object.keys(texts.problems).sort()).toEqual(Object.keys(PROBLEM_STATUS).sort())
  })

  test('have templates whose brackets close', () => {
    for (const [code, { reason, fix }] of Object.entries(findingWords(texts)))
      for (const template of [reason, fix]) {
        expect(template.replace(/‹[^‹›]*›/g, ''), code).not.toMatch(/[‹›]/)
        expect(template.replace(/\{\w+\}/g, ''), code).not.toMatch(/[{}]/)
      }
  })

  test.for(sheetNames)('say every finding of %s without a gap', (name) => {
    const sheet = labelledSheet<Pick<Grid, 'cells' | 'merges' | 'formats' | 'formulas'>>(name)
    const { unit, ...context } = sheet.context
    const grid = gridOf(sheet.sheet_name, sheet.cells, { merges: sheet.merges, formats: sheet.formats, formulas: sheet.formulas })
    const reading = readSheet(grid, register2021, { ...context, reporter: unit })
    expect(reading.ok || sheet.open !== undefined).toBe(true)
    if (!reading.ok) return
    for (const finding of reading.value.findings) {
      const words = findingWords(texts)[finding.code]
      const params = wordParams(register2021, texts, finding.params)
      for (const template of [words.reason, words.fix])
        expect(fillTemplate(template, params, texts.separator), `${finding.code} ${JSON.stringify(finding.params)}`).not.toMatch(
          /—|undefined|[{}‹›]/,
        )
    }
  })
})

test('English holds no Chinese', () => {
  expect([...leaves(en), ...leaves(readingEn)].filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([])
})

test.for([
  ['en-US', 'en'],
  ['zh-CN', 'zh-CN'],
  ['fr-FR', 'zh-CN'],
] as const)('an Office in %s gets %s', async ([tag, language]) => {
  const { texts, missing } = await loadTexts(tag)
  expect([texts.language, missing]).toEqual([language, false])
})

test.for([
  ['cannot be fetched', () => Promise.reject(new Error('offline'))],
  ['never come', () => new Promise<never>(() => undefined)],
] as const)('where the English texts %s the pane opens in Chinese, and knows it', async ([, fetchEnglish]) => {
  vi.useFakeTimers()
  const loading = loadTexts('en-US', fetchEnglish)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await loading).toEqual({ texts: zhCN, missing: true })
  vi.useRealTimers()
})

const templates = [
  ['{a}和{b}', { a: 1, b: '二' }, '1和二'],
  ['‹{a}，›后', {}, '后'],
  ['‹{a}，›后', { a: '' }, '后'],
  ['‹{a}（{b}）›后', { a: 'x' }, '后'],
  ['‹{a}（{b}）›后', { a: 'x', b: ['甲', '乙'] }, 'x（甲、乙）后'],
  ['{a}', {}, '—'],
  ['{a}', { a: '{b}', b: 'x' }, '{b}'],
  ['{a}', { a: false }, 'false'],
] as const
test.for(templates)('%s filled with %j is %s', ([template, params, text]) => {
  expect(fillTemplate(template, params)).toBe(text)
})

test('tells times by the city’s clock, wherever the computer thinks it is', () => {
  expect(zhCN.app.time('2021-05-30T17:05:00.000Z')).toBe('5月31日 01:05')
  expect(zhCN.app.time('昨天')).toBe('昨天')
})
