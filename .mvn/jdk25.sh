# Sourced by every script here: finds a JDK 25 (or newer) and exports JAVA_HOME, because the default
# `java` of a Debian 12 machine is older. The Maven build itself finds it through toolchains.

jdk25_is() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] &&
        grep -Eq '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$1/release"
}

jdk25_find() {
    for jdk25_candidate in "${JAVA_HOME:-}" "${JDK25_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
        if jdk25_is "$jdk25_candidate"; then
            JAVA_HOME=$jdk25_candidate
            export JAVA_HOME
            return 0
        fi
    done
    echo "No JDK 25 found. Install one under /usr/lib/jvm or set JDK25_HOME to its folder." >&2
    return 1
}

# An older Maven on a current JDK: spares readers warnings about Maven's own libraries, and the stray
# control characters that Debian's build of it prints.
jdk25_find &&
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Djansi.noreset=true"
