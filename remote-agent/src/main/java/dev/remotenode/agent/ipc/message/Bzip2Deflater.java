package dev.remotenode.agent.ipc.message;

import dev.remotenode.ocf.posix.Bzip2Library;
import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** Compresses a message's text. Callable from any thread. */
sealed interface Bzip2Deflater permits LibraryDeflater, HeapDeflater {

    /** As Pacemaker has it: blocks of 400 kB. */
    int BLOCK_SIZE = 4;

    /** What this host has. Wherever Pacemaker's tools are, there is the library as well. */
    Bzip2Deflater HERE =
            Bzip2Library.load()
                    .<Bzip2Deflater>map(LibraryDeflater::new)
                    .orElseGet(HeapDeflater::new);

    /**
     * The compressed form of the text and a terminating zero, if it is not larger than that.
     *
     * @param text stays the caller's, as do its indices
     * @param most bytes of the result
     */
    Optional<ByteBuf> deflateTerminated(ByteBuf text, int most);
}
