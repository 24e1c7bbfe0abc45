#define _GNU_SOURCE
#include "MappingGuard.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MAXIMUM = 64 };

// Read by the signal handler: nothing but lock-free atomics.
static struct {
  _Atomic(uintptr_t) start;
  _Atomic(size_t) length;  // 0: not in use
  atomic_int is_broken;
} guards[MAXIMUM];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int is_installed;
static uintptr_t page_size;

static void mend(int number, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  uintptr_t place = (uintptr_t)info->si_addr;
  for (int index = 0; index < MAXIMUM; index++) {
    size_t length = atomic_load(&guards[index].length);
    if (length == 0 || place - atomic_load(&guards[index].start) >= length) continue;
    void *page = (void *)(place & ~(page_size - 1));
    if (mmap(page, page_size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED) break;
    atomic_store(&guards[index].is_broken, 1);
    errno = error;
    return;
  }
  // Somebody else's: what was going to happen happens, when the instruction is run again.
  signal(number, SIG_DFL);
}

int mapping_guard_add(const void *start, size_t length) {
  int found = -1;
  pthread_mutex_lock(&lock);
  if (!is_installed) {
    page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
    struct sigaction action = {.sa_sigaction = mend, .sa_flags = SA_SIGINFO};
    sigemptyset(&action.sa_mask);
    is_installed = sigaction(SIGBUS, &action, NULL) == 0;
  }
  for (int index = 0; is_installed && index < MAXIMUM; index++) {
    if (atomic_load(&guards[index].length) != 0) continue;
    atomic_store(&guards[index].is_broken, 0);
    atomic_store(&guards[index].start, (uintptr_t)start);
    atomic_store(&guards[index].length, length);
    found = index;
    break;
  }
  pthread_mutex_unlock(&lock);
  return found;
}

int mapping_guard_is_broken(int number) { return atomic_load(&guards[number].is_broken); }

void mapping_guard_remove(int number) { atomic_store(&guards[number].length, 0); }
