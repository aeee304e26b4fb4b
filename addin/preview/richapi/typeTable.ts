import * as filters from './autoFilter.ts'
import * as charts from './charts.ts'
import * as conditional from './conditionalFormat.ts'
import type { HostType } from './hostObject.ts'
import { pageLayout } from './pageLayout.ts'
import { range } from './range.ts'
import { rangeAreas, rangeCollection } from './rangeAreas.ts'
import * as format from './rangeFormat.ts'
import * as settings from './settings.ts'
import * as columns from './tableColumns.ts'
import * as tables from './tables.ts'
import * as book from './workbook.ts'
import * as sheet from './worksheet.ts'

/** Every type of the wire this host knows, by its name there. */
export const TYPES: Readonly<Record<string, HostType<unknown>>> = {
  Workbook: book.workbook,
  Application: book.application,
  Runtime: book.runtime,
  'Microsoft.InternalService.AddinInternalService': book.addinInternalService,
  WorkbookProtection: book.workbookProtection,
  Functions: book.functions,
  FunctionResult: book.functionResult,
  SettingCollection: settings.settingCollection,
  Setting: settings.setting,
  WorksheetCollection: sheet.worksheetCollection,
  Worksheet: sheet.worksheet,
  WorksheetFreezePanes: sheet.worksheetFreezePanes,
  PageLayout: pageLayout,
  WorksheetProtection: sheet.worksheetProtection,
  WorksheetCustomPropertyCollection: settings.worksheetCustomPropertyCollection,
  WorksheetCustomProperty: settings.worksheetCustomProperty,
  ChartCollection: charts.chartCollection,
  Chart: charts.chart,
  ChartTitle: charts.chartTitle,
  AutoFilter: filters.autoFilter,
  Filter: filters.filter,
  TableCollection: tables.tableCollection,
  Table: tables.table,
  TableColumnCollection: columns.tableColumnCollection,
  TableColumn: columns.tableColumn,
  TableRowCollection: columns.tableRowCollection,
  Range: range,
  RangeAreas: rangeAreas,
  RangeCollection: rangeCollection,
  RangeFormat: format.rangeFormat,
  RangeFill: format.rangeFill,
  RangeFont: format.rangeFont,
  RangeBorderCollection: format.rangeBorderCollection,
  RangeBorder: format.rangeBorder,
  ConditionalFormatCollection: conditional.conditionalFormatCollection,
  ConditionalFormat: conditional.conditionalFormat,
  CustomConditionalFormat: conditional.customConditionalFormat,
  ConditionalFormatRule: conditional.conditionalFormatRule,
  ConditionalRangeFormat: conditional.conditionalRangeFormat,
  ConditionalRangeFill: conditional.conditionalRangeFill,
  ConditionalRangeFont: conditional.conditionalRangeFont,
}
