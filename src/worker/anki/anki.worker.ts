import { serve } from '../serve.ts'
import { ankiThread } from './thread.ts'

serve(ankiThread())
