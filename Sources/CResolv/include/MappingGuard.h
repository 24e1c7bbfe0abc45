// Mapped files that are cut while they are read: the kernel sends SIGBUS, which would end the process. Here the page that
// is gone becomes one of zeros, and the mapping is marked, so that whoever reads it can say so.
#ifndef MAPPING_GUARD_H
#define MAPPING_GUARD_H

#include <stddef.h>

/// Watches over the mapping of `length` octets at `start`. Returns its number, or -1 where there is room for no more.
int mapping_guard_add(const void *start, size_t length);

/// Whether a page of the mapping was gone when it was read.
int mapping_guard_is_broken(int number);

/// Ends the watch. The mapping must not be read any more.
void mapping_guard_remove(int number);

#endif
