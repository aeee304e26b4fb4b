/** A name as it is compared: NFKC, without white space, quotation marks, and case ("市 “百城提质” 办" = "市百城提质办"). */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s\u200B-\u200D\uFEFF“”‘’"'「」『』]/g, '')
    .toLowerCase()
