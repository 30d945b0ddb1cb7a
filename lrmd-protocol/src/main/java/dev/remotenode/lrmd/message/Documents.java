package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.Tolerance;
import dev.remotenode.lrmd.xml.XmlException;
import dev.remotenode.lrmd.xml.XmlReader;
import dev.remotenode.lrmd.xml.XmlWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** Payloads of frames as elements and back. */
final class Documents {

    private Documents() {}

    /** Reads a payload, as {@link #readInPlace} does, without need of it afterwards. */
    static Element read(ByteBuf payload) throws MalformedMessageException {
        return readInPlace(Unpooled.wrappedBuffer(ByteBufUtil.getBytes(payload)));
    }

    /**
     * Reads a payload, first strictly, then with the damage that Pacemaker 2.1.5 sends: a dropped
     * request would leave its controller waiting for ten seconds and then hang up. What it carries
     * is there as long as the payload.
     */
    static Element readInPlace(ByteBuf document) throws MalformedMessageException {
        try {
            return XmlReader.read(document, Tolerance.STRICT, Vocabulary.IPC_MESSAGE);
        } catch (XmlException strict) {
            if (strict.isBeyondBounds()) {
                throw unreadable(strict);
            }
            try {
                return XmlReader.read(document, Tolerance.DAMAGED_VALUES, Vocabulary.IPC_MESSAGE);
            } catch (XmlException lenient) {
                strict.addSuppressed(lenient);
                throw unreadable(strict);
            }
        }
    }

    private static MalformedMessageException unreadable(XmlException cause) {
        return new MalformedMessageException("unreadable message: " + cause.getMessage(), cause);
    }

    static void write(Element element, ByteBuf out) {
        XmlWriter.write(element, out);
    }
}
