// Starts the worker of the user analysis. The build puts the glue of its module into this file.

import init from './seatwise-users.js';

init();
