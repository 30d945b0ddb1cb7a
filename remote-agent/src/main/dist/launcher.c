/*
 * A program of the tree and of the packages: loads the Java runtime into its own process.
 * pacemaker-remoted runs the daemon in it, remotectl a command of an operator.
 *
 * It reads all it has to know when it starts, so that it seldom changes: while it stays the same
 * file, an upgrade leaves the executable of a running daemon alone, which sbd watches.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <err.h>
#include <limits.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where the rest is, from the folder above that of the program: in the tree, and as packages have it. */
static const char *const HOMES[] = {"", "/lib/remote-node"};

#define LIBRARY "lib/runtime/lib/libjli.so"
#define APPLICATION "lib/app"
#define APPLICATION_VARIABLE "$APPDIR"

/* What systemd must not start again: pacemaker_remote.service has it as SuccessExitStatus. */
#define HOPELESS 100

/* As the JDK's own launcher declares it, in src/java.base/share/native/libjli/java.h. */
typedef int launch_function(int argc, char **argv, int jargc, const char **jargv, int appclassc,
                            const char **appclassv, const char *fullversion,
                            const char *dotversion, const char *program, const char *launcher,
                            unsigned char javaargs, unsigned char classpath_wildcards,
                            unsigned char window, int ergonomics);

static char *formatted(const char *format, ...) {
    va_list values;
    va_start(values, format);
    char *text;
    if (vasprintf(&text, format, values) < 0) {
        err(HOPELESS, NULL);
    }
    va_end(values);
    return text;
}

/* Cuts off the last part of a path, and returns it. */
static char *cut(char *path) {
    char *slash = strrchr(path, '/');
    if (slash == NULL) {
        errx(HOPELESS, "%s is in no folder", path);
    }
    *slash = '\0';
    return slash + 1;
}

/* What /proc says that this program is, whatever links lead to it. */
static char *own_path(void) {
    static char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length < 0) {
        err(HOPELESS, "/proc/self/exe");
    }
    return path;
}

/* The file with the arguments of a program; home becomes what they are relative to. */
static char *arguments_file(const char *above, const char *name, char **home) {
    char *file = NULL;
    for (size_t i = 0; i < sizeof HOMES / sizeof *HOMES; i++) {
        *home = formatted("%s%s", above, HOMES[i]);
        file = formatted("%s/" APPLICATION "/%s.arguments", *home, name);
        if (access(file, F_OK) == 0) {
            break;
        }
    }
    return file;
}

/* An argument as the JVM is to have it. */
static char *expanded(const char *line, const char *home) {
    char *variable = strstr(line, APPLICATION_VARIABLE);
    if (variable == NULL) {
        return strdup(line);
    }
    *variable = '\0';
    return formatted("%s%s/" APPLICATION "%s", line, home,
                     variable + strlen(APPLICATION_VARIABLE));
}

/* Appends the lines of a file, one argument each. */
static int read_arguments(const char *path, const char *home, char **arguments, int count,
                          int limit) {
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        err(HOPELESS, "%s", path);
    }
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, file) > 0) {
        if (count == limit) {
            errx(HOPELESS, "%s: more than %d lines", path, limit);
        }
        line[strcspn(line, "\n")] = '\0';
        arguments[count] = expanded(line, home);
        if (arguments[count++] == NULL) {
            err(HOPELESS, NULL);
        }
    }
    free(line);
    fclose(file);
    return count;
}

int main(int argc, char **argv) {
    enum { LIMIT = 100 };
    /* One place that all threads take memory from: what one gives back serves the next. */
    mallopt(M_ARENA_MAX, 1);

    char *path = own_path();
    char *name = cut(path);
    cut(path);
    char *home;
    char *file = arguments_file(path, name, &home);

    char **all = calloc(LIMIT + 1 + argc, sizeof *all);
    if (all == NULL) {
        err(HOPELESS, NULL);
    }
    all[0] = argv[0];
    int count = read_arguments(file, home, all, 1, LIMIT);
    for (int i = 1; i < argc; i++) {
        all[count++] = argv[i];
    }

    void *library = dlopen(formatted("%s/" LIBRARY, home), RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) {
        errx(HOPELESS, "%s", dlerror());
    }
    launch_function *launch = (launch_function *)dlsym(library, "JLI_Launch");
    if (launch == NULL) {
        errx(HOPELESS, "%s", dlerror());
    }
    return launch(count, all, 0, NULL, 0, NULL, "", "", "java", argv[0], 0, 0, 0, 0);
}
