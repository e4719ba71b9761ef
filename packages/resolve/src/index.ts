export { countBlocks } from './count-document.ts'
export { type ResultTable, resultTable, signs } from './indicator-table.ts'
export { type Captions, numberCaptions, wordOf } from './number-captions.ts'
export { type PrintedText, printedText, textOfUnits } from './printed-text.ts'
export { conversionFactor, decimalsOf, showDecimal } from './quantity.ts'
export { type ResolvedValue, resolveValue, type ValueFault } from './resolve-value.ts'
export {
  createResolver,
  joinLines,
  type Resolver,
  type ResolverData,
  type Target,
} from './resolver.ts'
