/*
 * A Windows spooler that does not exist, as far as winspool.h describes its calls on 64 bits: structures are written out
 * here once more, so that the program under test and this share no offset.
 * FAKE_WINSPOOL is a folder. Read: queue ("NAME" as UTF-16), printer ("ATTRIBUTES STATUS"), job ("STATUS PAGES"),
 * gone, refuse-start, refuse-write, refuse-delete (each an error number). Written: document, said, commands.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint16_t wide;
typedef struct {
  wide *server, *name, *share, *port, *driver, *comment, *location;
  void *devmode;
  wide *separator, *processor, *datatype, *parameters;
  void *security;
  uint32_t attributes, priority, default_priority, start, until, status, jobs, average;
} printer_info_2;
typedef struct { wide *name, *server; uint32_t attributes; } printer_info_4;
typedef struct {
  uint32_t id;
  wide *printer, *machine, *user, *document, *datatype, *status_text;
  uint32_t status, priority, position, total_pages, pages_printed;
  uint16_t submitted[8];
} job_info_1;
typedef struct { wide *name, *output, *type; } doc_info_1;

static FILE *open_in(const char *name, const char *mode) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", getenv("FAKE_WINSPOOL"), name);
  return fopen(path, mode);
}
static int number_in(const char *name, int first, int otherwise) {
  int a = otherwise, b = otherwise;
  FILE *f = open_in(name, "r");
  if (!f) return otherwise;
  if (fscanf(f, "%d %d", &a, &b) < 1) a = 1;
  fclose(f);
  return first ? a : b;
}
static int fail(int error) { errno = error; return 0; }
static size_t length_of(const wide *text) { size_t n = 0; while (text[n]) n++; return n; }
static void note(const char *file, const wide *text) {
  FILE *f = open_in(file, "ab");
  if (text) fwrite(text, 2, length_of(text), f);
  fwrite("\n", 2, 1, f);
  fclose(f);
}

int OpenPrinterW(wide *name, void **printer, void *defaults) {
  wide known[512] = {0};
  FILE *f = open_in("queue", "rb");
  if (!f) return fail(1722);
  size_t n = fread(known, 2, 511, f);
  fclose(f);
  if (length_of(name) != n || memcmp(known, name, n * 2)) return fail(1801);
  *printer = malloc(1);
  (void)defaults;
  return 1;
}
uint32_t StartDocPrinterW(void *printer, uint32_t level, doc_info_1 *doc) {
  (void)printer;
  int refused = number_in("refuse-start", 1, 0);
  if (refused || level != 1 || doc->output) return fail(refused ? refused : 87);
  note("said", doc->name);
  note("said", doc->type);
  return 4711;
}
int StartPagePrinter(void *printer) { (void)printer; return 1; }
int EndPagePrinter(void *printer) { (void)printer; return 1; }
int EndDocPrinter(void *printer) { (void)printer; FILE *f = open_in("ended", "w"); fclose(f); return 1; }
/* No more than 4096 bytes a call: the rest is the caller's to send again. */
int WritePrinter(void *printer, uint8_t *bytes, uint32_t count, uint32_t *written) {
  (void)printer;
  int refused = number_in("refuse-write", 1, 0);
  if (refused) return fail(refused);
  FILE *f = open_in("document", "ab");
  *written = (uint32_t)fwrite(bytes, 1, count > 4096 ? 4096 : count, f);
  fclose(f);
  return 1;
}
int GetPrinterW(void *printer, uint32_t level, printer_info_2 *data, uint32_t size, uint32_t *needed) {
  (void)printer;
  /* More than the first guess of any caller. */
  *needed = sizeof *data + 2048;
  if (size < *needed) return fail(122);
  if (level != 2) return fail(124);
  memset(data, 0xee, size);
  data->attributes = (uint32_t)number_in("printer", 1, 0x240);
  data->status = (uint32_t)number_in("printer", 0, 0);
  return 1;
}
int GetJobW(void *printer, uint32_t id, uint32_t level, job_info_1 *data, uint32_t size, uint32_t *needed) {
  (void)printer;
  if (number_in("gone", 1, 0) || id != 4711) return fail(87);
  *needed = sizeof *data;
  if (size < *needed) return fail(122);
  if (level != 1) return fail(124);
  memset(data, 0xee, size);
  data->status = (uint32_t)number_in("job", 1, 8);
  data->pages_printed = (uint32_t)number_in("job", 0, 0);
  return 1;
}
int SetJobW(void *printer, uint32_t id, uint32_t level, void *data, uint32_t command) {
  (void)printer;
  if (id != 4711 || level != 0 || data) return fail(87);
  int refused = command == 5 ? number_in("refuse-delete", 1, 0) : 0;
  if (refused) return fail(refused);
  FILE *f = open_in("commands", "a");
  fprintf(f, "%u\n", command);
  fclose(f);
  return 1;
}
static wide *put(const char *text, wide *at) {
  while (*text) *at++ = (unsigned char)*text++;
  *at++ = 0;
  return at;
}
int EnumPrintersW(uint32_t flags, wide *name, uint32_t level, uint8_t *data, uint32_t size, uint32_t *needed, uint32_t *count) {
  static wide text[4096];
  (void)name;
  *needed = 4096;
  *count = 0;
  if (size < *needed) return fail(122);
  memset(data, 0xee, size);
  if (flags == 2 && level == 2) {
    printer_info_2 *info = (printer_info_2 *)data;
    const char *all[2][3] = {{"POS-58 \"kasir\"\\1", "USB001", "Generic / Text Only"}, {"Microsoft Print to PDF", "PORTPROMPT:", "Microsoft Print To PDF"}};
    wide *at = text;
    for (int i = 0; i < 2; i++) {
      info[i].name = at; at = put(all[i][0], at);
      info[i].port = at; at = put(all[i][1], at);
      info[i].driver = at; at = put(all[i][2], at);
    }
    /* Not ASCII, and outside the basic plane. */
    info[0].name[0] = 0x00e9; info[0].name[1] = 0xd83d; info[0].name[2] = 0xdda8;
    *count = 2;
  } else if (flags == 4 && level == 4) {
    printer_info_4 *info = (printer_info_4 *)data;
    info[0].name = text; put("\\\\server\\struk", text);
    *count = 1;
  } else return fail(124);
  return 1;
}
