package dev.remotenode.lrmd.xml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The library with which Pacemaker reads XML, where this machine has it. */
@SuppressWarnings("restricted") // the one native library of the tests
final class Libxml2 {

    /** Says nothing to standard error; loads nothing from anywhere. */
    private static final int QUIET_AND_ALONE = 32 | 64 | 2048;

    private static final Optional<Libxml2> FOUND = load();

    private final MethodHandle readMemory;
    private final MethodHandle rootElement;
    private final MethodHandle firstChild;
    private final MethodHandle countChildren;
    private final MethodHandle free;

    private Libxml2(SymbolLookup library) {
        readMemory =
                function(
                        library,
                        "xmlReadMemory",
                        FunctionDescriptor.of(
                                ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        rootElement =
                function(library, "xmlDocGetRootElement", FunctionDescriptor.of(ADDRESS, ADDRESS));
        firstChild =
                function(library, "xmlFirstElementChild", FunctionDescriptor.of(ADDRESS, ADDRESS));
        countChildren =
                function(
                        library, "xmlChildElementCount", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        free = function(library, "xmlFreeDoc", FunctionDescriptor.ofVoid(ADDRESS));
    }

    static Optional<Libxml2> find() {
        return FOUND;
    }

    private static Optional<Libxml2> load() {
        try {
            return Optional.of(
                    new Libxml2(SymbolLookup.libraryLookup("libxml2.so.2", Arena.global())));
        } catch (IllegalArgumentException e) {
            System.err.println("Without libxml2: nobody here can say what it would have read");
            return Optional.empty();
        }
    }

    private static MethodHandle function(
            SymbolLookup library, String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(), type);
    }

    /**
     * How many elements the first element has that is in the root; empty if it refuses the
     * document, or the root has more than that one.
     */
    Optional<Long> grandchildren(byte[] document) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, document);
            MemorySegment read =
                    (MemorySegment)
                            readMemory.invokeExact(
                                    bytes,
                                    document.length,
                                    MemorySegment.NULL,
                                    MemorySegment.NULL,
                                    QUIET_AND_ALONE);
            if (read.equals(MemorySegment.NULL)) {
                return Optional.empty();
            }
            try {
                MemorySegment top = (MemorySegment) rootElement.invokeExact(read);
                if ((long) countChildren.invokeExact(top) != 1) {
                    return Optional.empty();
                }
                MemorySegment child = (MemorySegment) firstChild.invokeExact(top);
                return Optional.of((long) countChildren.invokeExact(child));
            } finally {
                free.invokeExact(read);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("libxml2 cannot be called", e);
        }
    }
}
