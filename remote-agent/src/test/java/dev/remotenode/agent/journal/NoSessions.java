package dev.remotenode.agent.journal;

import dev.remotenode.agent.session.Sessions;
import dev.remotenode.ocf.schedule.EventLoop;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The journal of a daemon that nobody connects to, from its start to its end. */
final class NoSessions {

    private NoSessions() {}

    static void journal(Path folder, EventLoop loop, Consumer<NodeJournal> life) {
        NodeJournal journal = new NodeJournal(folder, loop, Runnable::run, new Sessions());
        life.accept(journal);
        journal.ended("tested").join();
    }
}
