// What Swift cannot import from libresolv by itself: names hidden behind macros, and the resolver state, whose layout
// keeps IPv6 servers in a union. Everything else of <resolv.h> and <arpa/nameser.h> is used from Swift directly.
// Beside it, the program's arguments, which Swift itself reads from /proc.
#ifndef CRESOLV_H
#define CRESOLV_H

#include <arpa/nameser.h>
#include <malloc.h>  // mallopt(), which Swift's Glibc module leaves out
#include <netinet/in.h>
#include <resolv.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>  // two more that Swift's Glibc module leaves out
#include <sys/eventfd.h>
#include <sys/socket.h>

#include "CurlCalls.h"
#include "MappingGuard.h"

enum { CRESOLV_MAX_SERVERS = MAXNS };

/// The system's resolver configuration as res_ninit() reads it from resolv.conf and RES_OPTIONS.
struct cresolv_configuration {
  struct sockaddr_storage servers[CRESOLV_MAX_SERVERS];
  int server_count;
  int timeout_seconds;
  int attempts;
  int tcp_only;
  int trust_ad;
};

/// Fills `configuration`. Returns 0, or -1 where libresolv could not be initialised.
int cresolv_read_configuration(struct cresolv_configuration *configuration);

/// Number of records that the header announces for `section`.
static inline int cresolv_count(const ns_msg *message, ns_sect section) { return ns_msg_count(*message, section); }

/// One resource record taken apart; `owner` is in uncompressed wire form.
struct cresolv_record {
  unsigned char owner[NS_MAXCDNAME];
  int owner_length;
  int type;
  int class_;
  uint32_t ttl;
  const unsigned char *data;
  int data_length;
};

/// Reads the record at `*position` of the message and moves `*position` behind it. With `is_question` there is neither
/// TTL nor data. Returns 0, or -1 where the message ends early or a name is malformed.
int cresolv_next_record(const ns_msg *message, const unsigned char **position, int is_question,
                        struct cresolv_record *record);

/// Where `section` begins in the message, or NULL where it is empty.
static inline const unsigned char *cresolv_section(const ns_msg *message, ns_sect section) {
  return message->_sections[section];
}

/// The program's arguments as the kernel passed them, its name first, `*count` of them: also where /proc is not mounted, as
/// in a chroot.
char *const *cresolv_arguments(int *count);

/// The end of the message.
static inline const unsigned char *cresolv_end(const ns_msg *message) { return ns_msg_end(*message); }

#endif
