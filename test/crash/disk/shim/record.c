/*
 * Preloaded into a counter under test: writes down, in the order in which they were done, all operations on files
 * below one folder, with their data. `disk-log.ts` reads the log. Without LOKET_RECORD_LOG it only passes on.
 *
 *   LOKET_RECORD_FOLDER  the folder, as an absolute path without links
 *   LOKET_RECORD_LOG     the log, outside of that folder
 *
 * Memory maps are not seen. The only one that SQLite writes through is the -shm file, which is of no use after a
 * power cut and is built anew.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum operation { OPENED = 1, CREATED, WRITTEN, RESIZED, SYNCED, CLOSED, REMOVED, RENAMED };

/* All fields little-endian without gaps, as on every machine this runs on. Followed by the path and the data. */
struct header {
  uint32_t magic;
  uint32_t operation;
  int32_t fd;
  int32_t error; /* 0, or the errno of an operation that failed */
  uint64_t offset; /* of a write; the new size of a file */
  uint32_t path_length;
  uint32_t data_length;
};
static const uint32_t magic = 0x314b4f4c;

static char folder[PATH_MAX];
static size_t folder_length;
static int log_fd = -1;

/* Held over an operation and its line in the log, so that the log's order is the order of what happened. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* The paths of the files below the folder that are open. */
enum { MOST_FDS = 65536 };
static char *open_paths[MOST_FDS];

#define REAL(type, name) ((type)real(#name))
static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (found == NULL) abort();
  return found;
}

__attribute__((constructor)) static void start(void) {
  const char *log = getenv("LOKET_RECORD_LOG");
  const char *root = getenv("LOKET_RECORD_FOLDER");
  if (log == NULL || root == NULL) return;
  snprintf(folder, sizeof folder, "%s", root);
  folder_length = strlen(folder);
  int fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) abort();
  log_fd = fd;
}

static int is_watched(const char *path) {
  if (log_fd < 0 || strncmp(path, folder, folder_length) != 0) return 0;
  return path[folder_length] == '/' || path[folder_length] == '\0';
}

static const char *path_of(int fd) {
  return log_fd < 0 || fd < 0 || fd >= MOST_FDS ? NULL : open_paths[fd];
}

static void put(const void *bytes, size_t length) {
  const char *from = bytes;
  while (length > 0) {
    ssize_t written = syscall(SYS_write, log_fd, from, length);
    /* A recording with a hole would be believed. */
    if (written <= 0) abort();
    from += written;
    length -= (size_t)written;
  }
}

static void note(enum operation operation, int fd, int error, off_t offset, const char *path, const void *data,
                 size_t length) {
  struct header header = {magic, operation, fd, error, (uint64_t)offset, (uint32_t)strlen(path), (uint32_t)length};
  put(&header, sizeof header);
  put(path, header.path_length);
  put(data, length);
}

/* The path of a file that is not open. Relative ones are none of ours: the tests name files in full. */
static int exists(int at, const char *path) { return syscall(SYS_faccessat, at, path, F_OK) == 0; }

static int opened(int fd, int was_there, int flags) {
  if (log_fd < 0 || fd < 0 || fd >= MOST_FDS) return fd;
  char link[64];
  char path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return fd;
  path[length] = '\0';
  if (!is_watched(path)) return fd;
  free(open_paths[fd]);
  open_paths[fd] = strdup(path);
  note((flags & O_CREAT) && !was_there ? CREATED : OPENED, fd, 0, 0, path, "", 0);
  if ((flags & O_TRUNC) && was_there) note(RESIZED, fd, 0, 0, path, "", 0);
  return fd;
}

typedef int (*open_type)(const char *, int, ...);
typedef int (*openat_type)(int, const char *, int, ...);

#define MODE(flags, mode)                      \
  mode_t mode = 0;                             \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {     \
    va_list more;                              \
    va_start(more, flags);                     \
    mode = (mode_t)va_arg(more, int);          \
    va_end(more);                              \
  }

#define OPEN(name)                                            \
  int name(const char *path, int flags, ...) {                \
    MODE(flags, mode)                                         \
    pthread_mutex_lock(&lock);                                \
    int was_there = exists(AT_FDCWD, path);                   \
    int fd = REAL(open_type, name)(path, flags, mode);        \
    int error = errno;                                        \
    opened(fd, was_there, flags);                             \
    errno = error;                                            \
    pthread_mutex_unlock(&lock);                              \
    return fd;                                                \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                          \
  int name(int at, const char *path, int flags, ...) {        \
    MODE(flags, mode)                                         \
    pthread_mutex_lock(&lock);                                \
    int was_there = exists(at, path);                         \
    int fd = REAL(openat_type, name)(at, path, flags, mode);  \
    int error = errno;                                        \
    opened(fd, was_there, flags);                             \
    errno = error;                                            \
    pthread_mutex_unlock(&lock);                              \
    return fd;                                                \
  }
OPENAT(openat)
OPENAT(openat64)

static void wrote(int fd, ssize_t result, int error, off_t offset, const void *data) {
  if (result >= 0) note(WRITTEN, fd, 0, offset, path_of(fd), data, (size_t)result);
  else note(WRITTEN, fd, error, offset, path_of(fd), "", 0);
}

#define PWRITE(name, offset_type)                                                      \
  ssize_t name(int fd, const void *data, size_t length, offset_type offset) {          \
    typedef ssize_t (*type)(int, const void *, size_t, offset_type);                   \
    if (path_of(fd) == NULL) return REAL(type, name)(fd, data, length, offset);        \
    pthread_mutex_lock(&lock);                                                         \
    ssize_t result = REAL(type, name)(fd, data, length, offset);                       \
    int error = errno;                                                                 \
    wrote(fd, result, error, offset, data);                                            \
    errno = error;                                                                     \
    pthread_mutex_unlock(&lock);                                                       \
    return result;                                                                     \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t length) {
  typedef ssize_t (*type)(int, const void *, size_t);
  if (path_of(fd) == NULL) return REAL(type, write)(fd, data, length);
  pthread_mutex_lock(&lock);
  ssize_t result = REAL(type, write)(fd, data, length);
  int error = errno;
  off_t end = lseek(fd, 0, SEEK_CUR);
  wrote(fd, result, error, result > 0 ? end - result : end, data);
  errno = error;
  pthread_mutex_unlock(&lock);
  return result;
}

/* Several buffers are written as so many writes: a short count, which callers must expect, keeps the log true. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  typedef ssize_t (*type)(int, const struct iovec *, int);
  if (path_of(fd) == NULL || count < 1) return REAL(type, writev)(fd, parts, count);
  return write(fd, parts[0].iov_base, parts[0].iov_len);
}
#define PWRITEV(name, offset_type, one)                                                \
  ssize_t name(int fd, const struct iovec *parts, int count, offset_type offset) {     \
    typedef ssize_t (*type)(int, const struct iovec *, int, offset_type);              \
    if (path_of(fd) == NULL || count < 1) return REAL(type, name)(fd, parts, count, offset); \
    return one(fd, parts[0].iov_base, parts[0].iov_len, offset);                       \
  }
PWRITEV(pwritev, off_t, pwrite)
PWRITEV(pwritev64, off64_t, pwrite64)

#define RESIZE(name, offset_type)                                                      \
  int name(int fd, offset_type size) {                                                 \
    typedef int (*type)(int, offset_type);                                             \
    if (path_of(fd) == NULL) return REAL(type, name)(fd, size);                        \
    pthread_mutex_lock(&lock);                                                         \
    int result = REAL(type, name)(fd, size);                                           \
    int error = errno;                                                                 \
    note(RESIZED, fd, result == 0 ? 0 : error, size, path_of(fd), "", 0);              \
    errno = error;                                                                     \
    pthread_mutex_unlock(&lock);                                                       \
    return result;                                                                     \
  }
RESIZE(ftruncate, off_t)
RESIZE(ftruncate64, off64_t)

#define SYNC(name)                                                                     \
  int name(int fd) {                                                                   \
    typedef int (*type)(int);                                                          \
    if (path_of(fd) == NULL) return REAL(type, name)(fd);                              \
    pthread_mutex_lock(&lock);                                                         \
    int result = REAL(type, name)(fd);                                                 \
    int error = errno;                                                                 \
    note(SYNCED, fd, result == 0 ? 0 : error, 0, path_of(fd), "", 0);                  \
    errno = error;                                                                     \
    pthread_mutex_unlock(&lock);                                                       \
    return result;                                                                     \
  }
SYNC(fsync)
SYNC(fdatasync)

int close(int fd) {
  typedef int (*type)(int);
  if (path_of(fd) == NULL) return REAL(type, close)(fd);
  pthread_mutex_lock(&lock);
  note(CLOSED, fd, 0, 0, open_paths[fd], "", 0);
  free(open_paths[fd]);
  open_paths[fd] = NULL;
  int result = REAL(type, close)(fd);
  pthread_mutex_unlock(&lock);
  return result;
}

int unlink(const char *path) {
  typedef int (*type)(const char *);
  if (!is_watched(path)) return REAL(type, unlink)(path);
  pthread_mutex_lock(&lock);
  int result = REAL(type, unlink)(path);
  int error = errno;
  note(REMOVED, -1, result == 0 ? 0 : error, 0, path, "", 0);
  errno = error;
  pthread_mutex_unlock(&lock);
  return result;
}

int rename(const char *from, const char *to) {
  typedef int (*type)(const char *, const char *);
  if (!is_watched(from) && !is_watched(to)) return REAL(type, rename)(from, to);
  pthread_mutex_lock(&lock);
  int result = REAL(type, rename)(from, to);
  int error = errno;
  note(RENAMED, -1, result == 0 ? 0 : error, 0, from, to, strlen(to));
  errno = error;
  pthread_mutex_unlock(&lock);
  return result;
}
