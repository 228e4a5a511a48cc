// Every view of the German page.

import { lookAtEveryView } from './faults.mjs';

lookAtEveryView('de');
