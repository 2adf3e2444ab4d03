// As much of RE2 as selectors need, for C. Nothing here throws.
#pragma once
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_expression cre2_expression;

// Compiles UTF-8; what is wrong with it is asked afterwards.
cre2_expression *cre2_new(const char *text, size_t length);
void cre2_delete(cre2_expression *expression);

// RE2::ErrorCode; 0 when nothing is wrong.
int cre2_error(const cre2_expression *expression);
// The part of the pattern that is wrong, as long as the expression lives.
const char *cre2_error_part(const cre2_expression *expression, size_t *length);

// Whether it matches anywhere in the text, in time that is linear in its length. May be asked from several threads.
bool cre2_finds(const cre2_expression *expression, const char *text, size_t length);

#ifdef __cplusplus
}
#endif
