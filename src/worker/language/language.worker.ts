import { expose } from 'comlink'
import { languageThread } from './thread.ts'

expose(languageThread())
