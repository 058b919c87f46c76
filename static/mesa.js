// Optional helps of the desk: every page of /redaccion/ works without this file. One function per
// help, called at the end; each looks for its own `data-` attribute and does nothing without it.
"use strict";
