import type { RecognizedColumn } from '../../../shared/record/reading.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { wordParams } from '../frame/wordParams.ts'
import { fillTemplate } from '../text/fillTemplate.ts'
import { readingWords } from './readingWords.ts'

/** Below this a reading is said to be uncertain. */
const UNSURE = 0.6

/** Why something was understood as it was. */
export function Why({ why }: { why: RecognizedColumn['why'] }) {
  const { stores, texts } = usePane()
  const register = useStore(stores.context)?.register
  const params = why.params ?? {}
  const words = readingWords(texts)
  const template = words.whys[why.reason] ?? words.whyOther
  return (
    <span class="small why">
      {why.confidence < UNSURE && <span class="unsure">{words.unsure} · </span>}
      {fillTemplate(template, register === undefined ? params : wordParams(register, texts, params), texts.separator)}
    </span>
  )
}
