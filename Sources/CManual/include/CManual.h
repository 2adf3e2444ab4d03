// The pages of docs/ that zonal help prints, by their topics.
#pragma once

struct zonal_page {
  const char *topic;
  const char *text;
  unsigned long length;
};

extern const struct zonal_page *const zonal_pages;
extern const unsigned long zonal_page_count;
