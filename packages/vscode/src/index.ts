export { activate, deactivate } from './activate.ts'
