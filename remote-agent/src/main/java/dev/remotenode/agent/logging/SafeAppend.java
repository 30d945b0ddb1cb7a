package dev.remotenode.agent.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file to append to, in a folder that others may write to: that of Pacemaker's log belongs to its
 * user and group, and what they put in the place of the log must not have root write to, or give
 * away, another file, nor wait for a reader.
 *
 * @param path the file that is meant
 * @param guarded whether others may put something else in its place at any time
 */
record SafeAppend(Path path, boolean guarded) {

    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int OTHERS_MAY_WRITE = 0022;
    private static final int ROOT = 0;

    /**
     * Looks at what is there.
     *
     * @throws IOException if it is a pipe, or a link, that root need not have made
     */
    static SafeAppend to(Path path) throws IOException {
        return isInFolderOfRoot(path) ? new SafeAppend(path, false) : guarded(path);
    }

    /** Such as {@code /dev}: whatever is there is an administrator's wish. */
    private static boolean isInFolderOfRoot(Path path) throws IOException {
        Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
        Map<String, Object> attributes = Files.readAttributes(folder, "unix:mode,uid");
        return number(attributes, "uid") == ROOT
                && (number(attributes, "mode") & OTHERS_MAY_WRITE) == 0;
    }

    private static SafeAppend guarded(Path path) throws IOException {
        Map<String, Object> attributes;
        try {
            attributes = Files.readAttributes(path, "unix:mode,uid", LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return new SafeAppend(path, true);
        }
        int owner = number(attributes, "uid");
        if ((number(attributes, "mode") & KIND) == PIPE) {
            throw new IOException(path + " is a pipe");
        }
        if (!Files.isSymbolicLink(path)) {
            return new SafeAppend(path, true);
        }
        if (owner != ROOT) {
            throw new IOException(
                    "%s is a link that user %d has made, not root".formatted(path, owner));
        }
        return to(path.toRealPath());
    }

    private static int number(Map<String, Object> attributes, String name) {
        return (Integer) attributes.getOrDefault(name, 0);
    }

    /** Opens it, and no link that has taken its place meanwhile. */
    OutputStream open() throws IOException {
        Set<OpenOption> options =
                new HashSet<>(
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.APPEND));
        if (guarded) {
            options.add(LinkOption.NOFOLLOW_LINKS);
        }
        return Files.newOutputStream(path, options.toArray(OpenOption[]::new));
    }
}
