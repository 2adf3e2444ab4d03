#include "CRE2.h"

#include <re2/re2.h>

struct cre2_expression {
  RE2 re;
};

static RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

cre2_expression *cre2_new(const char *text, size_t length) {
  return new cre2_expression{RE2(re2::StringPiece(text, length), quiet())};
}

void cre2_delete(cre2_expression *expression) { delete expression; }

int cre2_error(const cre2_expression *expression) { return expression->re.error_code(); }

const char *cre2_error_part(const cre2_expression *expression, size_t *length) {
  const std::string &part = expression->re.error_arg();
  *length = part.size();
  return part.data();
}

bool cre2_finds(const cre2_expression *expression, const char *text, size_t length) {
  re2::StringPiece whole(text, length);
  return expression->re.Match(whole, 0, length, RE2::UNANCHORED, nullptr, 0);
}
