package dev.remotenode.agent.ipc.message;

import java.util.Arrays;

/** The text in a plain chunk. */
final class TerminatedText {

    private TerminatedText() {}

    /** What is between the header and the terminating zero. */
    static byte[] in(byte[] chunk) throws MessageException {
        return Arrays.copyOfRange(chunk, HeaderFields.SIZE, end(chunk));
    }

    /** Where the terminating zero is. */
    static int end(byte[] chunk) throws MessageException {
        int end = chunk.length - 1;
        if (end < HeaderFields.SIZE || chunk[end] != 0) {
            throw new MessageException("its request does not end in a zero");
        }
        return end;
    }
}
