import { damaged } from './fault.ts'
import { richText } from './richText.ts'
import { XmlTags } from './xmlTags.ts'

/** The texts that cells name by number (`t="s"`). Throws PartFault where the part ends in the middle, for its texts would be lost. */
export function sharedStrings(text: string | undefined, part: string): readonly string[] {
  const tags = new XmlTags(text ?? '')
  const strings: string[] = []
  // the betas of Excel 2007 called it sstItem
  while (tags.next()) if (tags.opens('si') || tags.opens('sstItem')) strings.push(richText(tags))
  if (!tags.isWhole) throw damaged(part)
  return strings
}
