#include "CPages.h"

// What C23 calls standard, clang 19 has for every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char page_style[] = {
#embed "page.css"
};
static const char report_script[] = {
#embed "report.js"
};
static const char report_style[] = {
#embed "report.css"
};
static const char graph_script[] = {
#embed "graph-text.js"
    ,
#embed "graph-state.js"
    ,
#embed "graph-page.js"
    ,
#embed "graph.js"
};
static const char graph_style[] = {
#embed "graph.css"
};

const struct zonal_asset zonal_page_style = {page_style, sizeof page_style};
const struct zonal_asset zonal_report_script = {report_script, sizeof report_script};
const struct zonal_asset zonal_report_style = {report_style, sizeof report_style};
const struct zonal_asset zonal_graph_script = {graph_script, sizeof graph_script};
const struct zonal_asset zonal_graph_style = {graph_style, sizeof graph_style};
