package dev.remotenode.agent.ipc.message;

import java.io.ByteArrayOutputStream;

/** Puts the parts of a tool's messages together. */
final class PartAssembly {

    private final int largest;
    private ByteArrayOutputStream text = new ByteArrayOutputStream(0);
    private int id;

    /** Parts of the current message so far; 0 between messages. */
    private int parts;

    PartAssembly(int largest) {
        this.largest = largest;
    }

    /**
     * Adds a chunk.
     *
     * @throws MessageException if it is not the one that has to come next
     */
    Received add(int messageId, int flags, int part, byte[] chunk) throws MessageException {
        boolean multipart = (flags & MessageFlags.MULTIPART) != 0;
        boolean last = !multipart || (flags & MessageFlags.MULTIPART_END) != 0;
        if (part != parts || (parts > 0 && (!multipart || messageId != id))) {
            throw new MessageException("the parts of its request are not in order");
        }
        int length = TerminatedText.end(chunk) - HeaderFields.SIZE;
        if (length > largest - text.size()) {
            throw new MessageException("its request has more than %d bytes".formatted(largest));
        }
        text.write(chunk, HeaderFields.SIZE, length);
        id = messageId;
        parts++;
        return last ? finish(flags) : new Received.Unfinished();
    }

    /** What is here of the current message, in bytes. */
    int size() {
        return text.size();
    }

    private Received finish(int flags) {
        byte[] payload = text.toByteArray();
        text = new ByteArrayOutputStream(0);
        parts = 0;
        return new Received.Whole(id, MessageFlags.ofContent(flags), payload);
    }
}
