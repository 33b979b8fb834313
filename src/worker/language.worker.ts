import { expose } from 'comlink'
import { languageThread } from './languageThread.ts'

expose(languageThread())
