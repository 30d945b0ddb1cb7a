package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The users and groups of this machine, as its name service has them: files, or a directory on the
 * network, which may take its time.
 */
public final class Accounts {

    private static final MemorySegment USER_BY_ID = Libc.symbol("getpwuid_r");
    private static final MemorySegment USER_BY_NAME = Libc.symbol("getpwnam_r");
    private static final MemorySegment GROUP_BY_NAME = Libc.symbol("getgrnam_r");

    /** Where the fields are in the C library's {@code struct passwd} and {@code struct group}. */
    private static final long NAME = 0;

    private static final long ID = 16;
    private static final long PRIMARY_GROUP = 20;
    private static final long STRUCT_SIZE = 64;

    /** Room for the texts of an entry; a group with many members needs much. */
    private static final long TEXTS_SIZE = 256 * 1024;

    private Accounts() {}

    /** The name of a user, if there is one with this id. */
    public static Optional<String> userName(int uid) {
        return find(USER_BY_ID, _ -> Integer.toUnsignedLong(uid), entry -> entry.name());
    }

    /**
     * A user as the kernel knows it.
     *
     * @param gid of the primary group
     */
    public record User(int uid, int gid) {}

    /** The user with this name, if there is one. */
    public static Optional<User> user(String name) {
        return find(USER_BY_NAME, arena -> arena.allocateFrom(name).address(), Entry::user);
    }

    /** The id of a user, if there is one with this name. */
    public static OptionalInt userId(String name) {
        return idOf(USER_BY_NAME, name);
    }

    /** The id of a group, if there is one with this name. */
    public static OptionalInt groupId(String name) {
        return idOf(GROUP_BY_NAME, name);
    }

    private static OptionalInt idOf(MemorySegment function, String name) {
        return find(function, arena -> arena.allocateFrom(name).address(), Entry::id)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static <T> Optional<T> find(
            MemorySegment function, Function<Arena, Long> key, Function<Entry, T> field) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(STRUCT_SIZE, Long.BYTES);
            MemorySegment texts = arena.allocate(TEXTS_SIZE);
            MemorySegment found = arena.allocate(ADDRESS);
            Libc.call(
                    function,
                    key.apply(arena),
                    entry.address(),
                    texts.address(),
                    TEXTS_SIZE,
                    found.address());
            return found.get(ADDRESS, 0).address() == 0
                    ? Optional.empty()
                    : Optional.of(field.apply(new Entry(entry)));
        }
    }

    /** One user or group, in memory that is freed soon. */
    private record Entry(MemorySegment fields) {

        @SuppressWarnings("restricted") // C has pointers without a length here
        String name() {
            return fields.get(ADDRESS, NAME).reinterpret(TEXTS_SIZE).getString(0);
        }

        int id() {
            return fields.get(JAVA_INT, ID);
        }

        User user() {
            return new User(id(), fields.get(JAVA_INT, PRIMARY_GROUP));
        }
    }
}
