// The commit that was built (Packaging/revision), "" where nobody knew, and when it was made, in seconds since 1970.
#pragma once

extern const char *const zonal_commit;
extern const long zonal_commit_time;
