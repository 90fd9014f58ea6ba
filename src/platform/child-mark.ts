/** The variable in every child's environment that names the run which started it. */
export const STARTED_BY = 'PLIMSOLL_STARTED_BY';
