#include "CPages.h"

// What C23 calls standard, clang 19 has for every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char report_script[] = {
#embed "report.js"
};
static const char report_style[] = {
#embed "report.css"
};

const struct zonal_asset zonal_report_script = {report_script, sizeof report_script};
const struct zonal_asset zonal_report_style = {report_style, sizeof report_style};
