const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const FONT = '<font><sz val="11"/><color rgb="FF000000"/><name val="等线"/><family val="2"/></font>'
const FILLS = ['none', 'gray125'].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`).join('')
const BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>'
const LOOK = 'numFmtId="0" fontId="0" fillId="0" borderId="0"'

/** The looks of a workbook in which nothing has a look of its own. */
export const STANDARD_STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1">${FONT}</fonts><fills count="2">${FILLS}</fills><borders count="1">${BORDER}</borders><cellStyleXfs count="1"><xf ${LOOK}/></cellStyleXfs><cellXfs count="1"><xf ${LOOK} xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
