import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const EXTENSION = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'
const FORMAT = 'application/vnd.openxmlformats-officedocument'

const relations = (...targets: readonly (readonly [kind: string, target: string, more?: string])[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([kind, target, more = ''], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`)
    .join('')}</Relationships>`

/** The progress sheet of a bureau as a busy file has it: two bands of headings, shared and array formulas, a note, a link … */
const SHEET = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}">
<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:F6"/>
<sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C3" sqref="C3"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25"/>
<cols><col min="1" max="1" width="18.5" customWidth="1"/><col min="3" max="4" width="9" style="1" bestFit="1"/></cols>
<sheetData><row r="1" spans="1:6" ht="30" customHeight="1" thickBot="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>
<row r="2" spans="1:6"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c><c r="D2" t="inlineStr"><is><r><rPr><b/></rPr><t>完成</t></r><r><t>率</t></r></is></c></row>
<row r="3"><c r="A3" t="s" ph="1"><v>4</v></c><c r="B3"><v>20</v></c><c r="C3"><v>12.5</v></c><c r="D3" s="2"><f t="shared" ref="D3:D5" si="0">C3/B3</f><v>0.625</v></c><c r="E3" t="s"><v>6</v></c></row>
<row r="4"><c r="A4" t="s"><v>5</v></c><c r="B4"><v>60</v></c><c r="C4"><v>31</v></c><c r="D4" s="2"><f t="shared" si="0"/><v>0.51666666666666672</v></c></row>
<row r="5" hidden="1"><c r="A5" t="str"><v>卢氏县</v></c><c r="B5"><v>10</v></c><c r="C5"><v>9</v></c><c r="D5" s="2"><f t="shared" si="0"/><v>0.9</v></c></row>
<row r="6"><c r="A6" t="s"><v>7</v></c><c r="B6"><f>SUM(B3:B5)</f><v>90</v></c><c r="C6"><f t="array" ref="C6">SUM(C3:C5*1)</f><v>52.5</v></c><c r="D6" s="2"><f>C6/B6</f><v>0.58333333333333337</v></c></row></sheetData>
<sheetProtection objects="1"/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>
<conditionalFormatting sqref="D3:D5"><cfRule type="cellIs" dxfId="0" priority="2" stopIfTrue="1" operator="lessThan"><formula>0.6</formula></cfRule><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>
<dataValidations count="1" disablePrompts="1"><dataValidation type="decimal" allowBlank="1" sqref="C3:C5" xr:uid="{00000000-0002-0000-0000-000000000000}"><formula1>0</formula1><formula2>B3</formula2></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="E3" r:id="rId1" tooltip="看"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId2"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="A3:A5" numberStoredAsText="1"/></ignoredErrors>
<drawing r:id="rId3"/><legacyDrawing r:id="rId4"/><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${EXTENSION}"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>进展!B3:C3</xm:f><xm:sqref>F3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${EXTENSION}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>说明!$A$1:$A$4</xm:f></x14:formula1><xm:sqref>F4:F5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`

const BOX = (row: number, column: number) =>
  `<v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 1</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="12"/><color theme="1"/><name val="宋体"/><charset val="134"/></font><font><b/><strike/><sz val="16"/><name val="黑体"/><family val="3"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border diagonalUp="1"><left style="thin"><color auto="1"/></left><right/><top/><bottom/><diagonal style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0"><alignment horizontal="center" vertical="center" textRotation="255" shrinkToFit="1"/><protection locked="0"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>`

const TEXTS = ['2021年农村公路', '县（市、区）', '目标', '累计', '湖滨区', '陕州区', '说明 & 网址', '合计'].map((text) =>
  text === '湖滨区'
    ? '<si><t>湖滨区</t><rPh sb="0" eb="3"><t>フヒンク</t></rPh><phoneticPr fontId="1"/></si>'
    : `<si><t>${text.replace('&', '&amp;')}</t></si>`,
)

export const SHEET_PATH = 'xl/worksheets/sheet1.xml'

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="${FORMAT}.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${FORMAT}.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${FORMAT}.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${FORMAT}.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${FORMAT}.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${FORMAT}.spreadsheetml.calcChain+xml"/><Override PartName="/xl/comments1.xml" ContentType="${FORMAT}.spreadsheetml.comments+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="${FORMAT}.drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="${FORMAT}.drawingml.chart+xml"/><Override PartName="/customXml/item1.xml" ContentType="application/xml"/></Types>`,
  '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml'], ['customXml', 'customXml/item1.xml']),
  'customXml/item1.xml': '<record xmlns="urn:city"/>',
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000"/></bookViews><sheets><sheet name="进展" sheetId="3" r:id="rId1"/><sheet name="说明" sheetId="7" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">进展!$1:$2</definedName><definedName name="目标" comment="全年">进展!$B$3:$B$5</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['worksheet', 'worksheets/sheet2.xml'],
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
    ['calcChain', 'calcChain.xml'],
    ['vbaProject', 'vbaProject.bin'],
  ),
  [SHEET_PATH]: SHEET,
  'xl/worksheets/_rels/sheet1.xml.rels': relations(
    ['hyperlink', 'https://city.example/', ' TargetMode="External"'],
    ['printerSettings', '../printerSettings/printerSettings1.bin'],
    ['drawing', '../drawings/drawing1.xml'],
    ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ['comments', '../comments1.xml'],
  ),
  'xl/worksheets/sheet2.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><f>进展!B6*2</f><v>180</v></c></row></sheetData></worksheet>`,
  'xl/styles.xml': STYLES,
  'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}" count="8" uniqueCount="8">${TEXTS.join('')}</sst>`,
  'xl/calcChain.xml': `${HEAD}<calcChain xmlns="${MAIN}"><c r="D3" i="1"/></calcChain>`,
  'xl/vbaProject.bin': 'macros',
  'xl/printerSettings/printerSettings1.bin': 'printer',
  'xl/comments1.xml': `${HEAD}<comments xmlns="${MAIN}"><authors><author>王</author></authors><commentList><comment ref="C4" authorId="0"><text><r><t>请</t></r><r><t>核对</t></r></text></comment></commentList></comments>`,
  'xl/drawings/drawing1.xml': `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
  'xl/drawings/_rels/drawing1.xml.rels': relations(['chart', '../charts/chart1.xml']),
  'xl/charts/chart1.xml': `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:ser><c:tx><c:strRef><c:f>进展!$C$2</c:f></c:strRef></c:tx><c:val><c:numRef><c:f>进展!$C$3:$C$5</c:f><c:numCache/></c:numRef></c:val></c:ser></c:chartSpace>`,
  'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${BOX(3, 2)}</xml>`,
}

/** The file, with other parts over these. */
export const wovenFile = (more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ ...PARTS, ...more }).map(([path, text]) => [path, strToU8(text)])))

/** The same sheet as other programs write it: each element with a prefix. */
export const prefixedFile = (): Uint8Array =>
  wovenFile({
    [SHEET_PATH]: SHEET.replace(/<(\/?)(?=[a-zA-Z]+[\s/>])/g, '<$1x:').replace('xmlns="', 'xmlns:x="'),
    'xl/styles.xml': STYLES.replace(/<(\/?)(?=[a-zA-Z]+[\s/>])/g, '<$1x:').replace('xmlns="', 'xmlns:x="'),
  })

/** The parts of a file as texts, by path. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
