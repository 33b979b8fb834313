import { expose } from 'comlink'
import { memoryThread } from './thread.ts'

expose(memoryThread())
