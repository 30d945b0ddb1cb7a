package dev.remotenode.agent.ipc.ring;

import dev.remotenode.ocf.posix.ErrnoException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The rings of one connection. Used by one thread. */
public final class Rings implements AutoCloseable {

    private final RingFolder folder;
    private final Arena arena;
    private final RequestRing requests;
    private final OutboundRing responses;
    private final OutboundRing events;
    private boolean hidden;

    private Rings(RingFolder folder, Arena arena, int largestMessage) throws ErrnoException {
        this.folder = folder;
        this.arena = arena;
        this.requests =
                new RequestRing(
                        folder.make(RingName.REQUEST, largestMessage, arena), largestMessage);
        this.responses = new OutboundRing(folder.make(RingName.RESPONSE, largestMessage, arena));
        this.events = new OutboundRing(folder.make(RingName.EVENT, largestMessage, arena));
        folder.open();
    }

    /**
     * Makes rings that a tool can open.
     *
     * @param sharedMemory the folder for them
     * @param toolPid a part of their names
     * @param largestMessage in bytes
     * @param group whose members may open them, besides this process's own user
     * @throws ErrnoException if there is no room
     */
    public static Rings create(
            Path sharedMemory, int toolPid, int largestMessage, OptionalInt group)
            throws ErrnoException {
        RingFolder folder =
                RingFolder.make(sharedMemory.resolve(FolderName.create(toolPid)), group);
        Arena arena = Arena.ofConfined();
        try {
            return new Rings(folder, arena, largestMessage);
        } catch (ErrnoException e) {
            folder.close();
            arena.close();
            throw e;
        }
    }

    /** Where the tool finds the ring of requests. */
    public String requestPath() {
        return folder.pathOf(RingName.REQUEST);
    }

    /** Where the tool finds the ring of responses. */
    public String responsePath() {
        return folder.pathOf(RingName.RESPONSE);
    }

    /** Where the tool finds the ring of events. */
    public String eventPath() {
        return folder.pathOf(RingName.EVENT);
    }

    public RequestRing requests() {
        return requests;
    }

    public OutboundRing responses() {
        return responses;
    }

    public OutboundRing events() {
        return events;
    }

    /**
     * Removes the names of the rings, once the tool has opened them: whatever crashes then leaves
     * nothing behind.
     */
    public void hide() {
        if (!hidden) {
            hidden = true;
            folder.close();
        }
    }

    /**
     * Gives the rings up. A tool that waits for a response without a limit, as newer ones do, would
     * not notice that its connection has ended: it is woken, and must find it ended by then.
     */
    @Override
    public void close() {
        try {
            requests.abandon();
            responses.abandon();
            events.abandon();
            responses.wakeReader();
        } catch (RingException gone) {
            // So the tool has ended the rings by itself.
        }
        hide();
        arena.close();
    }
}
