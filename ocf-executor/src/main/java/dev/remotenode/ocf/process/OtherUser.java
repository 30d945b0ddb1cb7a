package dev.remotenode.ocf.process;

import dev.remotenode.ocf.posix.Accounts;
import dev.remotenode.ocf.posix.ThreadIdentity;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;

/**
 * Starts a program with the rights of another user, which {@code posix_spawn} cannot.
 *
 * <p>It can make a program's rights those of the real user of the thread that starts it. So a
 * thread of its own gets another real user, keeping the rights of root itself, starts the program
 * and ends: nothing has to be undone, and no other thread is ever anybody else.
 */
final class OtherUser {

    private static final Executor OWN_THREAD =
            task -> Thread.ofPlatform().name("alert").start(task);

    private OtherUser() {}

    /**
     * Waits for a spawn by a thread of this user.
     *
     * @param spawn returns a process id, or an error number negated
     * @return the same, or the error of becoming that user
     */
    static int spawn(Accounts.User user, IntSupplier spawn) {
        return CompletableFuture.supplyAsync(() -> asUser(user, spawn), OWN_THREAD).join();
    }

    private static int asUser(Accounts.User user, IntSupplier spawn) {
        int outcome = ThreadIdentity.leaveGroups();
        outcome = outcome < 0 ? outcome : ThreadIdentity.setRealGroup(user.gid());
        outcome = outcome < 0 ? outcome : ThreadIdentity.setRealUser(user.uid());
        return outcome < 0 ? outcome : keepingDumpable(spawn);
    }

    /**
     * Until its program runs, the child shares our memory, and when it gives up its rights the
     * kernel forbids core dumps of that.
     */
    private static int keepingDumpable(IntSupplier spawn) {
        int dumpable = ThreadIdentity.dumpable();
        try {
            return spawn.getAsInt();
        } finally {
            ThreadIdentity.setDumpable(dumpable);
        }
    }
}
