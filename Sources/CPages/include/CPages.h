// Script and style of the pages that zonal writes.
#pragma once

struct zonal_asset {
  const char *text;
  unsigned long length;
};

extern const struct zonal_asset zonal_page_style;
extern const struct zonal_asset zonal_report_script;
extern const struct zonal_asset zonal_report_style;
extern const struct zonal_asset zonal_graph_script;
extern const struct zonal_asset zonal_graph_style;
