package dev.remotenode.agent.ipc.ring;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process whose code is compiled when its memory goes; exits with 0 if that was contained. */
final class CutMemory {

    private static final int ENOUGH_TO_BE_COMPILED = 200_000;
    private static final int SIZE = 4096;

    private CutMemory() {}

    public static void main(String[] arguments) throws IOException {
        Path path = Files.createTempFile("cut", ".memory");
        try (FileChannel file =
                        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Arena arena = Arena.ofConfined()) {
            Files.delete(path);
            MemorySegment memory = file.map(MapMode.READ_WRITE, 0, SIZE, arena);
            for (int count = 0; count < ENOUGH_TO_BE_COMPILED; count++) {
                if (isCut(memory)) {
                    throw new IllegalStateException("it is still there");
                }
            }
            file.truncate(0);
            System.exit(isCut(memory) ? 0 : 1);
        }
    }

    private static boolean isCut(MemorySegment memory) {
        try {
            SharedMemory.access(() -> memory.get(JAVA_INT, 0));
            return false;
        } catch (RingException e) {
            return true;
        }
    }
}
