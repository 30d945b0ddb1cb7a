package dev.remotenode.agent.logging;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Set;

/** Whose a log file is: Pacemaker's own user and group may read it, as its tools do. */
final class LogFileOwnership {
    private static final String USER = "hacluster";
    private static final String GROUP = "haclient";

    private LogFileOwnership() {}

    /**
     * Gives a regular file these rights and Pacemaker's owner. A host without Pacemaker's users, or
     * a daemon that is not root, keeps the file as it is.
     */
    static void apply(Path file, Set<PosixFilePermission> mode) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(
                            file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            view.setPermissions(mode);
            UserPrincipalLookupService users =
                    FileSystems.getDefault().getUserPrincipalLookupService();
            view.setOwner(users.lookupPrincipalByName(USER));
            view.setGroup(users.lookupPrincipalByGroupName(GROUP));
        } catch (IOException e) {
            // The log is readable by root in any case: not worth a word at each start.
        }
    }
}
