import { stageCounts } from '../../consolidation/stageCounts.ts'
import { findDates } from '../../quantity/dates/findDates.ts'
import { stageOf } from '../../quantity/stageWords.ts'
import { BEGINNING, FORECAST, NOT_YET, POSTPONED, PREPARATION, REPORTED_DONE } from './lintWords.ts'
import type { ProgressPart } from './progressParts.ts'

/**
 * Whether a text says, behind a forecast's date, that what was forecast has come, or when it is to come now: in the rest of
 * its sentence, or in the next one where that goes on with it.
 *
 * | after 计划5月中旬启动 | |
 * | --- | --- |
 * | ，已于5月18日启动 | yes |
 * | ，目前已举办3场 | yes: what has held three has begun |
 * | ，因降雨推迟至6月15日 | yes: there is a new day |
 * | ，目前尚未启动 | no |
 * | ，已完成招标 | no: that comes before |
 * | ，预计8月底完工 | no: this is a forecast as well |
 */
export function saysHowItWent({ text, places }: ProgressPart, dateEnd: number): boolean {
  const { end } = places.sentenceAt(dateEnd)
  const isOfTheSame = text.charAt(end) === '。' && GOES_ON.test(text.slice(end + 1, end + 3))
  const last = Math.min(isOfTheSame ? places.sentenceAt(end + 1).end : end, dateEnd + LOOKED_AT)
  const [act = '', ...later] = text.slice(dateEnd, last).split(/[，、,（）。]/)
  const isBeginning = BEGINNING.pattern.test(act)
  return later.some((clause) => {
    const dates = findDates(clause)
    if (NOT_YET.pattern.test(clause)) return false
    if (dates.length > 0 && POSTPONED.pattern.test(clause)) return true
    if (dates.some(({ at }) => FORECAST.pattern.test(clause.slice(0, at)))) return false
    const isReported = REPORTED_DONE.pattern.test(clause)
    if (isReported && isBeginning && !PREPARATION.pattern.test(clause)) return true
    return (isReported || dates.length > 0) && isSameAct(act, clause)
  })
}

/** How much of a text is looked at behind a date. */
const LOOKED_AT = 120
/** How a sentence begins that goes on with what the one before is about; any other may be about another bridge. */
const GOES_ON = /^(?:目前|现|截[至止]|已|该)/

/** The same words, as 招标 of 施工招标 and 已完成招标, or a stage that has come as far: 竣工 of 完工. */
function isSameAct(act: string, clause: string): boolean {
  if (pairsOf(act).some((pair) => !SAYS_NOTHING.has(pair) && clause.includes(pair))) return true
  if (FINAL.test(act)) return FINAL.test(clause)
  const [wanted, reached] = [stageOf(act), stageOf(clause)]
  if (wanted === undefined || wanted === 'completed' || PREPARATION.pattern.test(clause)) return false
  return reached !== undefined && stageCounts(reached, wanted)
}

/** Words that end the whole work, whatever was done of it before. */
const FINAL = /[完竣]工|建成|投用|投入使用|交付/
/** Two letters that acts of any kind share. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['完成', '工程', '项目', '工作', '建设', '全部', '施工'])

const pairsOf = (words: string): readonly string[] => Array.from(words.slice(1), (letter, index) => `${words.charAt(index)}${letter}`)
