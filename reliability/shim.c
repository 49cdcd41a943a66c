/* Stands between a program and the C library (LD_PRELOAD) and lets chosen write-side calls fail.
 *
 * Only calls on paths below one folder count. Which call fails, and how, stands in a page of memory that all
 * processes share, so that the calls of git, started by the program, are counted with its own. What is written,
 * renamed and synced is recorded in a log, from which a power cut can be worked out.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { KILL = 1, TORN = 2, FAIL = 3, SHORT = 4 };
enum { OPEN = 1, WRITE = 2, FSYNC = 4, RENAME = 8, UNLINK = 16, MKDIR = 32, LINK = 64, RMDIR = 128, TRUNCATE = 256 };
enum { RECORD_CLOSE = 1024, RECORD_MARK = 2048, RECORD_LOOK = 4096 };

/* The same layout is in shim.py. */
struct control {
    int64_t counter, target;
    int32_t action, error, lasting, kinds, dead, logging, members_count, pause;
    int64_t clock;
    int32_t members[512];
    char folder[1024];
    uint16_t seen[16384];
};

struct record {
    int32_t kind, process, descriptor, flags;
    int64_t offset;
    int32_t first, second, data, result;
};

static struct control *control;
static int log_file = -1;
static unsigned char ours[65536];

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

int tea_fault_begin(const char *path) {
    static int (*open_)(const char *, int, ...);
    open_ = real("open");
    int descriptor = open_(path, O_RDWR);
    if (descriptor < 0) return -1;
    void *page = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    syscall(SYS_close, descriptor);
    if (page == MAP_FAILED) return -1;
    control = page;
    int at = __sync_fetch_and_add(&control->members_count, 1);
    if (at < 512) control->members[at] = getpid();
    if (control->logging) {
        char name[PATH_MAX];
        snprintf(name, sizeof name, "%s.log", path);
        int found = open_(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        log_file = fcntl(found, F_DUPFD_CLOEXEC, 900);
        syscall(SYS_close, found);
    }
    return 0;
}

__attribute__((constructor)) static void at_start(void) {
    const char *path = getenv("TEA_FAULTS");
    if (path && *path) tea_fault_begin(path);
}

static void put(int kind, int descriptor, int flags, int64_t offset, const char *first, const char *second,
                const void *data, size_t size, int result) {
    if (log_file < 0) return;
    struct record head = {kind, getpid(), descriptor, flags, offset, first ? strlen(first) : 0,
                          second ? strlen(second) : 0, size, result};
    struct iovec parts[4] = {{&head, sizeof head}, {(void *)first, head.first}, {(void *)second, head.second},
                             {(void *)data, size}};
    int kept = errno;
    syscall(SYS_writev, log_file, parts, 4);
    errno = kept;
}

void tea_fault_mark(const char *text) { put(RECORD_MARK, -1, 0, 0, text, NULL, NULL, 0, 0); }

static int whole(int folder, const char *path, char *into) {
    int kept = errno, fine = 1;
    if (!control || !path) return 0;
    if (path[0] == '/') {
        snprintf(into, PATH_MAX, "%s", path);
    } else {
        char base[PATH_MAX];
        if (folder == AT_FDCWD) {
            fine = getcwd(base, sizeof base) != NULL;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
            ssize_t size = readlink(link, base, sizeof base - 1);
            fine = size >= 0;
            if (fine) base[size] = 0;
        }
        if (fine && snprintf(into, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) fine = 0;
    }
    errno = kept;
    return fine && !strncmp(into, control->folder, strlen(control->folder));
}

static void end_all(void) {
    control->dead = 1;
    int known = control->members_count < 512 ? control->members_count : 512;
    for (int at = 0; at < known; at++)
        if (control->members[at] != getpid()) kill(control->members[at], SIGKILL);
    syscall(SYS_kill, getpid(), SIGKILL);
}

/* Counts a call and says what becomes of it: 0 goes on, -1 fails, SHORT and TORN concern writing alone. */
static int fate(int kind) {
    if (control->dead) syscall(SYS_kill, getpid(), SIGKILL);
    int64_t number = __sync_add_and_fetch(&control->counter, 1);
    if (number < 16384) control->seen[number] = kind;
    if (!control->target || number < control->target) return 0;
    if (number > control->target && !control->lasting) return 0;
    if (!(kind & control->kinds)) return 0;
    switch (control->action) {
    case KILL: end_all(); return 0;
    case FAIL: errno = control->error; return -1;
    default: return kind == WRITE ? control->action : 0;
    }
}

static int opened(int folder, const char *path, int flags, mode_t mode) {
    static int (*openat_)(int, const char *, int, ...);
    if (!openat_) openat_ = real("openat");
    char full[PATH_MAX];
    int inside = whole(folder, path, full);
    int writes = flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC);
    if (inside && writes && fate(OPEN)) return -1;
    int found = openat_(folder, path, flags, mode);
    if (inside && found >= 0 && found < 65536) {
        ours[found] = 1;
        put(writes ? OPEN : RECORD_LOOK, found, flags, 0, full, NULL, NULL, 0, found);
    }
    return found;
}

#define MODE(flags) mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, int); va_end(list); }

int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

static FILE *stream(const char *path, const char *mode, FILE *(*open_)(const char *, const char *)) {
    char full[PATH_MAX];
    int inside = whole(AT_FDCWD, path, full);
    if (inside && strpbrk(mode, "wa+") && fate(OPEN)) return NULL;
    FILE *found = open_(path, mode);
    /* What goes through the stream is written inside the C library: it is not seen, only that it was opened. */
    return found;
}
FILE *fopen(const char *path, const char *mode) { return stream(path, mode, REAL(fopen)); }
FILE *fopen64(const char *path, const char *mode) { return stream(path, mode, REAL(fopen64)); }

int close(int descriptor) {
    static int (*close_)(int);
    if (!close_) close_ = real("close");
    if (descriptor == log_file && log_file >= 0) return 0;
    if (descriptor >= 0 && descriptor < 65536 && ours[descriptor]) {
        ours[descriptor] = 0;
        put(RECORD_CLOSE, descriptor, 0, 0, NULL, NULL, NULL, 0, 0);
    }
    return close_(descriptor);
}

static int counted(int descriptor) {
    return control && descriptor >= 0 && descriptor < 65536 && ours[descriptor];
}

static ssize_t written(int descriptor, const void *data, size_t size, off_t offset) {
    static ssize_t (*write_)(int, const void *, size_t);
    static ssize_t (*pwrite_)(int, const void *, size_t, off_t);
    if (!write_) { write_ = real("write"); pwrite_ = real("pwrite64"); }
    int how = counted(descriptor) ? fate(WRITE) : 0;
    if (how < 0) return -1;
    if ((how == SHORT || how == TORN) && size > 1) size /= 2;
    off_t at = offset >= 0 ? offset : lseek(descriptor, 0, SEEK_CUR);
    ssize_t done = offset >= 0 ? pwrite_(descriptor, data, size, offset) : write_(descriptor, data, size);
    if (counted(descriptor) && done > 0) {
        if (offset < 0) at = lseek(descriptor, 0, SEEK_CUR) - done;
        put(WRITE, descriptor, 0, at, NULL, NULL, data, done, 0);
    }
    if (how == TORN) end_all();
    return done;
}

ssize_t write(int descriptor, const void *data, size_t size) {
    if (!counted(descriptor)) return REAL(write)(descriptor, data, size);
    return written(descriptor, data, size, -1);
}
ssize_t pwrite(int descriptor, const void *data, size_t size, off_t at) { return written(descriptor, data, size, at); }
ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t at) { return written(descriptor, data, size, at); }
ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    if (!counted(descriptor) || count < 1) return REAL(writev)(descriptor, parts, count);
    return written(descriptor, parts[0].iov_base, parts[0].iov_len, -1);
}

/* Copies inside the kernel are refused, so that the program falls back to writing, which is seen. */
ssize_t sendfile64(int to, int from, off64_t *at, size_t size) {
    if (counted(to)) { errno = ENOTSOCK; return -1; }
    return REAL(sendfile64)(to, from, at, size);
}
ssize_t sendfile(int to, int from, off_t *at, size_t size) { return sendfile64(to, from, at, size); }
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *there, size_t size, unsigned flags) {
    if (counted(to)) { errno = EXDEV; return -1; }
    return REAL(copy_file_range)(from, at, to, there, size, flags);
}

int fsync(int descriptor) {
    if (counted(descriptor) && fate(FSYNC)) return -1;
    int done = REAL(fsync)(descriptor);
    if (counted(descriptor) && !done) put(FSYNC, descriptor, 0, 0, NULL, NULL, NULL, 0, 0);
    return done;
}
int fdatasync(int descriptor) { return fsync(descriptor); }
int ftruncate(int descriptor, off_t size) {
    if (counted(descriptor) && fate(TRUNCATE)) return -1;
    int done = REAL(ftruncate)(descriptor, size);
    if (counted(descriptor) && !done) put(TRUNCATE, descriptor, 0, size, NULL, NULL, NULL, 0, 0);
    return done;
}
int ftruncate64(int descriptor, off64_t size) { return ftruncate(descriptor, size); }

static int moved(int from, const char *old, int to, const char *new, unsigned flags) {
    char first[PATH_MAX], second[PATH_MAX];
    int inside = whole(from, old, first) | whole(to, new, second);
    if (inside && fate(RENAME)) return -1;
    if (inside && control->pause) usleep(control->pause);
    int done = syscall(SYS_renameat2, from, old, to, new, flags);
    if (inside && !done) put(RENAME, -1, flags, 0, first, second, NULL, 0, 0);
    return done;
}
int rename(const char *old, const char *new) { return moved(AT_FDCWD, old, AT_FDCWD, new, 0); }
int renameat(int from, const char *old, int to, const char *new) { return moved(from, old, to, new, 0); }
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) { return moved(from, old, to, new, flags); }

static int removed(int folder, const char *path, int flags) {
    char full[PATH_MAX];
    int kind = flags & AT_REMOVEDIR ? RMDIR : UNLINK;
    int inside = whole(folder, path, full);
    if (inside && fate(kind)) return -1;
    int done = syscall(SYS_unlinkat, folder, path, flags);
    if (inside && !done) put(kind, -1, 0, 0, full, NULL, NULL, 0, 0);
    return done;
}
int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return removed(folder, path, flags); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }

static int made(int folder, const char *path, mode_t mode) {
    char full[PATH_MAX];
    int inside = whole(folder, path, full);
    if (inside && fate(MKDIR)) return -1;
    int done = syscall(SYS_mkdirat, folder, path, mode);
    if (inside && !done) put(MKDIR, -1, 0, 0, full, NULL, NULL, 0, 0);
    return done;
}
int mkdir(const char *path, mode_t mode) { return made(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return made(folder, path, mode); }

static int linked(int from, const char *old, int to, const char *new, int flags) {
    char first[PATH_MAX], second[PATH_MAX];
    int inside = whole(from, old, first) | whole(to, new, second);
    if (inside && fate(LINK)) return -1;
    int done = syscall(SYS_linkat, from, old, to, new, flags);
    if (inside && !done) put(LINK, -1, 0, 0, first, second, NULL, 0, 0);
    return done;
}
int link(const char *old, const char *new) { return linked(AT_FDCWD, old, AT_FDCWD, new, 0); }
int linkat(int from, const char *old, int to, const char *new, int flags) { return linked(from, old, to, new, flags); }

int clock_gettime(clockid_t which, struct timespec *into) {
    static int (*clock_)(clockid_t, struct timespec *);
    if (!clock_) clock_ = real("clock_gettime");
    int done = clock_(which, into);
    if (!done && control && which == CLOCK_REALTIME) into->tv_sec += control->clock;
    return done;
}
