import { expose } from 'comlink'
import { memoryThread } from './memoryThread.ts'

expose(memoryThread())
