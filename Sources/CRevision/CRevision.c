#include "CRevision.h"

const char *const zonal_commit = ZONAL_COMMIT;
const long zonal_commit_time = ZONAL_COMMIT_TIME;
