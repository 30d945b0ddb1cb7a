package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** The environment of the process as C has it: byte for byte, which Java's map is not. */
public final class EnvironmentBlock {

    private EnvironmentBlock() {}

    /** The {@code NAME=value} strings, without their terminating zero. */
    @SuppressWarnings("restricted") // C has pointers without a length here
    public static List<byte[]> read() {
        List<byte[]> variables = new ArrayList<>();
        MemorySegment environ = Libc.symbol("environ").reinterpret(ADDRESS.byteSize());
        MemorySegment block = environ.get(ADDRESS, 0).reinterpret(Long.MAX_VALUE);
        for (long index = 0; block.address() != 0; index++) {
            MemorySegment variable = block.getAtIndex(ADDRESS, index);
            if (variable.address() == 0) {
                break;
            }
            variables.add(bytes(variable.reinterpret(Long.MAX_VALUE)));
        }
        return variables;
    }

    private static byte[] bytes(MemorySegment text) {
        long length = 0;
        while (text.get(JAVA_BYTE, length) != 0) {
            length++;
        }
        return text.asSlice(0, length).toArray(JAVA_BYTE);
    }
}
