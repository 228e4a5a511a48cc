// Every view of the English page.

import { lookAtEveryView } from './faults.mjs';

lookAtEveryView('en');
