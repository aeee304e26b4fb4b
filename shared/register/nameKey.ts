/** A name as it is compared: NFKC, without white space, quotation marks, and case ("市 “百城提质” 办" = "市百城提质办"). */
export const nameKey = (name: string): string =>
  PLAIN.test(name)
    ? name
    : name
        .normalize('NFKC')
        .replaceAll(/[\s\u200B-\u200D\uFEFF“”‘’"'「」『』]/g, '')
        .toLowerCase()

/** Names that are their own key: most are, and looking is quicker than making the same text again. */
const PLAIN = /^[\u4e00-\u9fff0-9a-z]*$/
