// Two functions of libcurl take their last argument as a variable one, which a pointer called from Swift can't hand over.
#ifndef CURL_CALLS_H
#define CURL_CALLS_H

/// Calls `set`, which is curl_easy_setopt(), with a pointer. Returns its result.
int cresolv_curl_set_pointer(const void *set, void *handle, int option, const void *value);

/// The same with a number.
int cresolv_curl_set_number(const void *set, void *handle, int option, long value);

/// Calls `get`, which is curl_easy_getinfo(), for a text, which lives as long as the handle. Returns its result.
int cresolv_curl_get_text(const void *get, void *handle, int info, const char **value);

/// The same for a number.
int cresolv_curl_get_number(const void *get, void *handle, int info, long *value);

#endif
