#include "CResolv.h"

#include <string.h>

int cresolv_read_configuration(struct cresolv_configuration *configuration) {
  struct __res_state state;
  memset(&state, 0, sizeof state);
  memset(configuration, 0, sizeof *configuration);
  if (res_ninit(&state) != 0) return -1;
  for (int i = 0; i < state.nscount && i < MAXNS; i++) {
    // glibc keeps an IPv6 server behind a pointer in the extension and leaves the family of the plain slot at 0.
    if (state.nsaddr_list[i].sin_family == AF_INET)
      memcpy(&configuration->servers[configuration->server_count++], &state.nsaddr_list[i], sizeof(struct sockaddr_in));
    else if (state._u._ext.nsaddrs[i] != NULL)
      memcpy(&configuration->servers[configuration->server_count++], state._u._ext.nsaddrs[i],
             sizeof(struct sockaddr_in6));
  }
  configuration->timeout_seconds = state.retrans;
  configuration->attempts = state.retry;
  configuration->tcp_only = (state.options & RES_USEVC) != 0;
  configuration->trust_ad = (state.options & RES_TRUSTAD) != 0;
  res_nclose(&state);
  return 0;
}

int cresolv_next_record(const ns_msg *message, const unsigned char **position, int is_question,
                        struct cresolv_record *record) {
  const unsigned char *end = ns_msg_end(*message);
  const unsigned char *start = *position;
  int used = ns_name_unpack(ns_msg_base(*message), end, start, record->owner, sizeof record->owner);
  if (used < 0) return -1;
  start += used;
  int fixed = is_question ? NS_QFIXEDSZ : NS_RRFIXEDSZ;
  if (end - start < fixed) return -1;
  record->type = ns_get16(start);
  record->class_ = ns_get16(start + 2);
  record->ttl = is_question ? 0 : (uint32_t)ns_get32(start + 4);
  record->data_length = is_question ? 0 : ns_get16(start + 8);
  record->data = start + fixed;
  if (end - record->data < record->data_length) return -1;
  record->owner_length = 0;
  while (record->owner[record->owner_length] != 0) record->owner_length += record->owner[record->owner_length] + 1;
  record->owner_length += 1;
  *position = record->data + record->data_length;
  return 0;
}

static int argument_count;
static char **arguments;

// glibc hands constructors what main() gets.
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
  argument_count = count;
  arguments = values;
}

char *const *cresolv_arguments(int *count) {
  *count = argument_count;
  return arguments;
}
