import { serve } from '../serve.ts'
import { memoryThread } from './thread.ts'

serve(memoryThread())
