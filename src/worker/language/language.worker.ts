import { serve } from '../serve.ts'
import { languageThread } from './thread.ts'

serve(languageThread())
