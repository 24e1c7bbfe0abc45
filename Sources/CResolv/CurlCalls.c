#include "CurlCalls.h"

#include <stdint.h>

// Both are declared so: CURLcode f(CURL *, CURLoption, ...). The enumerations are ints.
typedef int (*variadic)(void *, int, ...);

static variadic function(const void *pointer) { return (variadic)(uintptr_t)pointer; }

int cresolv_curl_set_pointer(const void *set, void *handle, int option, const void *value) {
  return function(set)(handle, option, value);
}

int cresolv_curl_set_number(const void *set, void *handle, int option, long value) {
  return function(set)(handle, option, value);
}

int cresolv_curl_get_text(const void *get, void *handle, int info, const char **value) {
  return function(get)(handle, info, value);
}

int cresolv_curl_get_number(const void *get, void *handle, int info, long *value) {
  return function(get)(handle, info, value);
}
