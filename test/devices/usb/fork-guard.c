/*
 * umockdev's preloaded library (0.17) holds this lock while it looks where a path leads. A process that another thread starts in
 * that moment has a copy of the lock that nobody gives back, and hangs at its first open(): Chromium's network process, and with
 * it the program that waits for it. So nobody forks while it is held.
 */
#include <pthread.h>
#include <stddef.h>

extern pthread_mutex_t trap_path_lock __attribute__((weak));

static void take(void) { pthread_mutex_lock(&trap_path_lock); }
static void give(void) { pthread_mutex_unlock(&trap_path_lock); }

__attribute__((constructor)) static void guard(void) {
  if (&trap_path_lock != NULL) pthread_atfork(take, give, give);
}
