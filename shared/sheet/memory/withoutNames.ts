import { headingFields, isWholeHeading } from '../headings/headingFields.ts'
import { NO_NAME_ENDS, PERSON_LABELS, PERSON_TITLES, PERSON_VERBS, SURNAMES } from './personWords.ts'

/** Behind what somebody is called, all that follows is a name, a telephone number or a signature. */
const LABELLED = new RegExp(`^(.*?${PERSON_LABELS.source}[^:(]{0,6})[:(].*$`, 'u')
const LABELLED_BARE = new RegExp(`^(.*?${PERSON_LABELS.source})(.+)$`, 'u')
/** What a name is followed by inside a heading. */
const BEFORE_TITLE = new RegExp(`^(.{1,4}?)副?${PERSON_TITLES.source}`, 'u')
const BEFORE_VERB = new RegExp(`^(.{2,4}?)${PERSON_VERBS.source}`, 'u')
const VERB_ALONE = new RegExp(`^${PERSON_VERBS.source}$`, 'u')
const PIECES = /[^()[\]{}、,;:|·—某-]+/gu
const SOMEBODY = '某'

/**
 * A compact heading without names of people. Known are the usual surnames with one or two letters more, alone between
 * brackets and marks, before a title or a verb, and whatever is behind a label; a heading that is known by itself is none.
 *
 *     责任人：张三         责任人
 *     包联领导李四         包联领导
 *     王建国（目标）       某(目标)
 *     张三负责路段完成数    某负责路段完成数
 */
export function withoutNames(heading: string): string {
  const labelled = LABELLED.exec(heading)?.[1] ?? heading
  const without = labelled.replace(PIECES, withoutName)
  // what one name was taken out of may show another
  return without === heading ? without : withoutNames(without)
}

function withoutName(piece: string): string {
  if (isName(piece)) return SOMEBODY
  const bare = LABELLED_BARE.exec(piece)
  if (bare?.[1] && bare[2] && isName(bare[2])) return bare[1]
  const name = (BEFORE_TITLE.exec(piece) ?? BEFORE_VERB.exec(piece))?.[1]
  return name !== undefined && isSurnameFirst(name) ? `${SOMEBODY}${piece.slice(name.length)}` : piece
}

/** Whether a piece of a heading looks like somebody's whole name. */
function isName(piece: string): boolean {
  const given = piece.slice(surnameOf(piece).length)
  return given !== '' && given !== piece && isSurnameFirst(piece) && !NO_NAME_ENDS.has(piece.slice(-1)) && !VERB_ALONE.test(given)
}

/** 李 before 局长, 王建国 before 负责: a surname, and of a given name as much as there is. */
function isSurnameFirst(piece: string): boolean {
  const surname = surnameOf(piece)
  return surname !== '' && piece.length - surname.length <= 2 && HAN.test(piece) && !headingFields(piece).some(isWholeHeading)
}

const HAN = /^[\u4e00-\u9fff]+$/u

const surnameOf = (piece: string): string =>
  SURNAMES.has(piece.slice(0, 2)) ? piece.slice(0, 2) : SURNAMES.has(piece.slice(0, 1)) ? piece.slice(0, 1) : ''
