/** 156 mm hold 20 characters of 2号; two are left for fonts with wider digits. */
const WIDTH = 18
/** Words that a line of a title may begin with. */
const BEGINNINGS = ['重点', '民生', '进展情况', '工作', '有关', '情况', '的通', '的报']

/** The lines of a title: one where it fits, else two about even, broken before a word where one is near the middle. */
export function titleLines(title: string): readonly string[] {
  if (widthOf(title) <= WIDTH) return [title]
  const middle = title.length / 2
  const places = BEGINNINGS.flatMap((word) => allAt(title, word)).filter(
    (at) => widthOf(title.slice(0, at)) <= WIDTH && widthOf(title.slice(at)) <= WIDTH,
  )
  const [best] = places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  if (best !== undefined) return [title.slice(0, best), title.slice(best)]
  return [title.slice(0, Math.ceil(middle)), title.slice(Math.ceil(middle))]
}

function allAt(text: string, word: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at)
  return places.filter((at) => at > 0)
}

/** Width in characters: digits and Latin letters are half as wide. */
export const widthOf = (text: string): number => [...text].reduce((width, letter) => width + (letter < '\u0080' ? 0.5 : 1), 0)
