package dev.remotenode.lab.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A network card whose cable ends in this JVM. The kernel has completed check sums and cut what is
 * too long by the time a frame arrives here. One thread may read while others write.
 */
final class TapDevice {
    private static final int O_RDWR = 2;
    private static final long TUNSETIFF = 0x400454CAL;
    private static final short IFF_TAP = 0x0002;
    private static final short IFF_NO_PI = 0x1000;
    private static final int REQUEST_SIZE = 40;
    private static final int FLAGS_AT = 16;
    private static final int LONGEST_FRAME = 65_536;

    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle IOCTL =
            function(
                    "ioctl",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle READ = transfer("read");
    private static final MethodHandle WRITE = transfer("write");
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final String name;
    private final int descriptor;

    private TapDevice(String name, int descriptor) {
        this.name = name;
        this.descriptor = descriptor;
    }

    /** Makes one in the network of the calling thread. */
    static TapDevice open(String name) {
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) OPEN.invokeExact(arena.allocateFrom("/dev/net/tun"), O_RDWR);
            MemorySegment request = arena.allocate(REQUEST_SIZE);
            request.setString(0, name);
            request.set(JAVA_SHORT, FLAGS_AT, (short) (IFF_TAP | IFF_NO_PI));
            if (descriptor < 0 || (int) IOCTL.invokeExact(descriptor, TUNSETIFF, request) < 0) {
                throw new LabException("cannot make the network card " + name);
            }
            return new TapDevice(name, descriptor);
        } catch (LabException e) {
            throw e;
        } catch (Throwable e) {
            throw new LabException("cannot call C", e);
        }
    }

    String name() {
        return name;
    }

    /** Waits for the next frame; it is empty when the card is gone, or no good. */
    byte[] read() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(LONGEST_FRAME);
            long length = (long) READ.invokeExact(descriptor, buffer, (long) LONGEST_FRAME);
            return length <= 0 ? new byte[0] : buffer.asSlice(0, length).toArray(JAVA_BYTE);
        } catch (Throwable e) {
            throw new LabException("cannot call C", e);
        }
    }

    /** Sends a frame; that may come to nothing, as it may on any network. */
    void write(byte[] frame) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocateFrom(JAVA_BYTE, frame);
            long _ = (long) WRITE.invokeExact(descriptor, buffer, (long) frame.length);
        } catch (Throwable e) {
            throw new LabException("cannot call C", e);
        }
    }

    /** To be called when nobody reads or writes any more. */
    void close() {
        try {
            int _ = (int) CLOSE.invokeExact(descriptor);
        } catch (Throwable e) {
            throw new LabException("cannot call C", e);
        }
    }

    private static MethodHandle transfer(String name) {
        return function(name, FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    }

    @SuppressWarnings("restricted") // Java itself knows no such cards
    private static MethodHandle function(
            String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
    }
}
