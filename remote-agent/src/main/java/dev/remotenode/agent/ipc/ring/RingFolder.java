package dev.remotenode.agent.ipc.ring;

import dev.remotenode.ocf.posix.Descriptors;
import dev.remotenode.ocf.posix.ErrnoException;
import dev.remotenode.ocf.posix.Folders;
import dev.remotenode.ocf.posix.Mapping;
import dev.remotenode.ocf.posix.OpenFiles;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The folder in shared memory where one tool finds its rings.
 *
 * <p>It is locked as long as the daemon lives that made it: one without a lock was left behind by a
 * crash. Process numbers would not tell, as containers share folders but not processes.
 */
final class RingFolder implements AutoCloseable {

    private static final int OWNER_ALL = 0700;
    private static final int OWNER_READ_WRITE = 0600;
    private static final int GROUP_READ_WRITE = 0660;

    /** Members of the group may open what they know the name of, and nothing else. */
    private static final int GROUP_PASS = 0710;

    private static final int SAME_USER = -1;

    private final Path path;
    private final int descriptor;
    private final OptionalInt group;

    private RingFolder(Path path, int descriptor, OptionalInt group) {
        this.path = path;
        this.descriptor = descriptor;
        this.group = group;
    }

    /**
     * Makes a folder, closed to others until it is {@link #open opened}.
     *
     * @param group whose members may open the rings besides this process's own user: this is what
     *     keeps other users away from the cluster
     */
    static RingFolder make(Path path, OptionalInt group) throws ErrnoException {
        ErrnoException.check(Folders.make(path.toString(), OWNER_ALL), "make " + path);
        int descriptor = Folders.open(path.toString());
        if (descriptor < 0) {
            Folders.remove(path.toString());
        }
        ErrnoException.check(descriptor, "open " + path);
        OpenFiles.lock(descriptor);
        return new RingFolder(path, descriptor, group);
    }

    /** Removes a folder of rings whose daemon does not live any more. */
    static void removeIfLeftBehind(Path path) {
        int descriptor = Folders.open(path.toString());
        if (descriptor < 0) {
            return;
        }
        if (OpenFiles.lock(descriptor) < 0) {
            Descriptors.close(descriptor);
            return;
        }
        new RingFolder(path, descriptor, OptionalInt.empty()).close();
    }

    /**
     * Makes an empty ring.
     *
     * @param arena has the memory unmapped at its end
     */
    RingMemory make(RingName name, int largestMessage, Arena arena) throws ErrnoException {
        RingMemory ring =
                new RingMemory(
                        map(name.headerFile(), RingMemory.HEADER_SIZE, arena),
                        map(name.dataFile(), RingMemory.dataSize(largestMessage), arena));
        ring.initialise(
                path.resolve(name.headerFile()).toString(),
                path.resolve(name.dataFile()).toString());
        return ring;
    }

    /** Lets the group in, to rings that are complete. */
    void open() throws ErrnoException {
        if (group.isPresent()) {
            share(descriptor, GROUP_PASS);
        }
    }

    /** Where the tool finds a ring. */
    String pathOf(RingName name) {
        return path.resolve(name.baseName()).toString();
    }

    /** Removes it all from sight; those who have the rings open keep them. */
    @Override
    public void close() {
        for (RingName name : RingName.values()) {
            Folders.unlink(descriptor, name.headerFile());
            Folders.unlink(descriptor, name.dataFile());
        }
        Folders.remove(path.toString());
        Descriptors.close(descriptor);
    }

    private MemorySegment map(String name, long size, Arena arena) throws ErrnoException {
        String action = "make " + path.resolve(name);
        int file = ErrnoException.check(Folders.create(descriptor, name, OWNER_READ_WRITE), action);
        try {
            // All of it now: full shared memory would be a crash later.
            ErrnoException.check(OpenFiles.allocate(file, size), action);
            if (group.isPresent()) {
                share(file, GROUP_READ_WRITE);
            }
            return Mapping.map(file, size, arena);
        } finally {
            Descriptors.close(file);
        }
    }

    private void share(int file, int mode) throws ErrnoException {
        ErrnoException.check(
                OpenFiles.changeOwner(file, SAME_USER, group.orElseThrow()),
                "give the files of a tool to its group");
        ErrnoException.check(
                OpenFiles.changeMode(file, mode), "give the files of a tool to its group");
    }
}
