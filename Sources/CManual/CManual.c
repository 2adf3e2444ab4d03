#include "CManual.h"

// What C23 calls standard, clang 19 has for every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char adoption[] = {
#embed "../../docs/adoption.md"
};
static const char bosh[] = {
#embed "../../docs/bosh.md"
};
static const char checks[] = {
#embed "../../docs/checks.md"
};
static const char diff[] = {
#embed "../../docs/diff.md"
};
static const char edit[] = {
#embed "../../docs/edit.md"
};
static const char editors[] = {
#embed "../../docs/editors.md"
};
static const char explain[] = {
#embed "../../docs/explain.md"
};
static const char fields[] = {
#embed "../../docs/fields.md"
};
static const char functions[] = {
#embed "../../docs/functions.md"
};
static const char gitops[] = {
#embed "../../docs/gitops.md"
};
static const char graph[] = {
#embed "../../docs/graph.md"
};
static const char groups[] = {
#embed "../../docs/instance-groups.md"
};
static const char install[] = {
#embed "../../docs/install.md"
};
static const char job_templates[] = {
#embed "../../docs/job-templates.md"
};
static const char kustomize[] = {
#embed "../../docs/kustomize-differences.md"
};
static const char output[] = {
#embed "../../docs/output.md"
};
static const char plan[] = {
#embed "../../docs/plan.md"
};
static const char plugins[] = {
#embed "../../docs/plugins.md"
};
static const char report[] = {
#embed "../../docs/report.md"
};
static const char security[] = {
#embed "../../docs/security.md"
};

#define PAGE(topic, text) {topic, text, sizeof text}

static const struct zonal_page pages[] = {
    PAGE("adoption", adoption),
    PAGE("bosh", bosh),
    PAGE("checks", checks),
    PAGE("diff", diff),
    PAGE("edit", edit),
    PAGE("editors", editors),
    PAGE("explain", explain),
    PAGE("fields", fields),
    PAGE("functions", functions),
    PAGE("gitops", gitops),
    PAGE("graph", graph),
    PAGE("groups", groups),
    PAGE("install", install),
    PAGE("job-templates", job_templates),
    PAGE("kustomize", kustomize),
    PAGE("output", output),
    PAGE("plan", plan),
    PAGE("plugins", plugins),
    PAGE("report", report),
    PAGE("security", security),
};
const struct zonal_page *const zonal_pages = pages;
const unsigned long zonal_page_count = sizeof pages / sizeof pages[0];
