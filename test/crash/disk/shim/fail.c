/*
 * Preloaded into a counter under test: a disk that fails. What is to fail is read from the environment at every call,
 * so that a script can open its ledger on a healthy disk and then let the disk go wrong under it.
 *
 *   LOKET_FAIL_SYNC, LOKET_FAIL_WRITE   <suffix>:<from>:<times>:<errno>
 *
 * fails the syncs (the writes) of files whose name ends in the suffix, from the `from`-th on (1 is the next), `times`
 * of them (0: all that follow), with that error number. Setting another value starts to count anew.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(type, name) ((type)real(#name))
static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (found == NULL) abort();
  return found;
}

struct order {
  const char *variable;
  char value[256];
  long count;
};
static struct order syncs = {"LOKET_FAIL_SYNC", "", 0};
static struct order writes = {"LOKET_FAIL_WRITE", "", 0};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int ends_in(int fd, const char *suffix) {
  char link[64];
  char path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  size_t wanted = strlen(suffix);
  return (size_t)length >= wanted && strcmp(path + length - wanted, suffix) == 0;
}

/* The error with which this call is to fail, or 0. */
static int fault(struct order *order, int fd) {
  const char *value = getenv(order->variable);
  if (value == NULL || *value == '\0') return 0;
  char suffix[128];
  long from, times;
  int error;
  if (sscanf(value, "%127[^:]:%ld:%ld:%d", suffix, &from, &times, &error) != 4) abort();
  if (!ends_in(fd, suffix)) return 0;
  pthread_mutex_lock(&lock);
  if (strcmp(order->value, value) != 0) {
    snprintf(order->value, sizeof order->value, "%s", value);
    order->count = 0;
  }
  order->count += 1;
  int fails = order->count >= from && (times == 0 || order->count < from + times);
  pthread_mutex_unlock(&lock);
  return fails ? error : 0;
}

#define UNLESS(order, fd)          \
  int error = fault(&order, fd);   \
  if (error != 0) {                \
    errno = error;                 \
    return -1;                     \
  }

#define SYNC(name)                        \
  int name(int fd) {                      \
    typedef int (*type)(int);             \
    UNLESS(syncs, fd)                     \
    return REAL(type, name)(fd);          \
  }
SYNC(fsync)
SYNC(fdatasync)

ssize_t write(int fd, const void *data, size_t length) {
  typedef ssize_t (*type)(int, const void *, size_t);
  UNLESS(writes, fd)
  return REAL(type, write)(fd, data, length);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  typedef ssize_t (*type)(int, const struct iovec *, int);
  UNLESS(writes, fd)
  return REAL(type, writev)(fd, parts, count);
}

#define PWRITE(name, offset_type)                                                \
  ssize_t name(int fd, const void *data, size_t length, offset_type offset) {    \
    typedef ssize_t (*type)(int, const void *, size_t, offset_type);             \
    UNLESS(writes, fd)                                                           \
    return REAL(type, name)(fd, data, length, offset);                           \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)
