/*
 * A program of the packages: loads the Java runtime of /usr/lib/remote-node into its own process.
 * /usr/sbin/pacemaker-remoted runs the daemon in it, /usr/bin/remotectl a command of an operator.
 *
 * It reads all it has to know when it starts, so that it seldom changes: while it stays the same
 * file, an upgrade leaves the executable of a running daemon alone, which sbd watches.
 */
#include <dlfcn.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIBRARY "/usr/lib/remote-node/lib/runtime/lib/libjli.so"
#define ARGUMENTS "/usr/lib/remote-node/lib/app/" ARGUMENTS_FILE

/* What systemd must not start again: pacemaker_remote.service has it as SuccessExitStatus. */
#define HOPELESS 100

/* As the JDK's own launcher declares it, in src/java.base/share/native/libjli/java.h. */
typedef int launch_function(int argc, char **argv, int jargc, const char **jargv, int appclassc,
                            const char **appclassv, const char *fullversion,
                            const char *dotversion, const char *program, const char *launcher,
                            unsigned char javaargs, unsigned char classpath_wildcards,
                            unsigned char window, int ergonomics);

/* Appends the lines of a file, one argument each. */
static int read_arguments(const char *path, char **arguments, int count, int limit) {
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        err(HOPELESS, "%s", path);
    }
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    while ((length = getline(&line, &size, file)) > 0) {
        if (count == limit) {
            errx(HOPELESS, "%s: more than %d lines", path, limit);
        }
        line[strcspn(line, "\n")] = '\0';
        arguments[count++] = line;
        line = NULL;
        size = 0;
    }
    fclose(file);
    return count;
}

int main(int argc, char **argv) {
    enum { LIMIT = 100 };
    char **all = calloc(LIMIT + 1 + argc, sizeof *all);
    if (all == NULL) {
        err(HOPELESS, NULL);
    }
    all[0] = argv[0];
    int count = read_arguments(ARGUMENTS, all, 1, LIMIT);
    for (int i = 1; i < argc; i++) {
        all[count++] = argv[i];
    }

    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) {
        errx(HOPELESS, "%s", dlerror());
    }
    launch_function *launch = (launch_function *)dlsym(library, "JLI_Launch");
    if (launch == NULL) {
        errx(HOPELESS, "%s", dlerror());
    }
    return launch(count, all, 0, NULL, 0, NULL, "", "", "java", argv[0], 0, 0, 0, 0);
}
