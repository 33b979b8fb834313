export { default as en } from './words.en.ts'
export { default as zh } from './words.zh.ts'
