package dev.remotenode.agent.ipc.ring;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * How the folders of rings are called: as libqb calls them, so that rules and scripts for its
 * folders cover these, but with a word of our own, as those of other programs are none of ours.
 */
final class FolderName {

    private static final Pattern OURS = Pattern.compile("qb-\\d+-\\d+-remoted-[0-9a-f]{8}");

    private FolderName() {}

    /** A name that was not there before, but for a chance of one to four billion. */
    static String create(int toolPid) {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return "qb-%d-%d-remoted-%s".formatted(ProcessHandle.current().pid(), toolPid, random);
    }

    static boolean isOurs(String name) {
        return OURS.matcher(name).matches();
    }
}
