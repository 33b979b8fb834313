import { serve } from '../../worker/serve.ts'
import { syncThread } from './thread.ts'

serve(syncThread())
