package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Bounds;
import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.Tolerance;
import dev.remotenode.lrmd.xml.XmlException;
import dev.remotenode.lrmd.xml.XmlReader;
import dev.remotenode.lrmd.xml.XmlWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/** Payloads of frames as elements and back. */
final class Documents {

    private Documents() {}

    /** Reads a payload, as {@link #readInPlace} does, without need of it afterwards. */
    static Element read(ByteBuf payload) throws MalformedMessageException {
        return read(Unpooled.wrappedBuffer(ByteBufUtil.getBytes(payload)), Bounds.ORDINARY);
    }

    /**
     * Reads the payload of a large request. What it carries is there as long as the payload.
     *
     * @throws ExcessiveMessageException if it is within the limits of a frame, but too much to read
     */
    static Element readInPlace(ByteBuf payload) throws MalformedMessageException {
        return read(payload, Bounds.REQUEST);
    }

    /**
     * First strictly, then with the damage that Pacemaker 2.1.5 sends: a dropped request would
     * leave its controller waiting for ten seconds and then hang up.
     */
    private static Element read(ByteBuf document, Bounds bounds) throws MalformedMessageException {
        try {
            return read(document, Tolerance.STRICT, bounds);
        } catch (XmlException strict) {
            try {
                return read(document, Tolerance.DAMAGED_VALUES, bounds);
            } catch (XmlException lenient) {
                strict.addSuppressed(lenient);
                throw unreadable(strict);
            }
        }
    }

    /** More tolerance is no help for what is too much. */
    private static Element read(ByteBuf document, Tolerance tolerance, Bounds bounds)
            throws XmlException, ExcessiveMessageException {
        try {
            return XmlReader.read(document, tolerance, bounds, Vocabulary.IPC_MESSAGE);
        } catch (XmlException e) {
            if (e.isBeyondBounds()) {
                throw new ExcessiveMessageException(root(document, tolerance, bounds), e);
            }
            throw e;
        }
    }

    private static Optional<Element> root(ByteBuf document, Tolerance tolerance, Bounds bounds) {
        try {
            return Optional.of(XmlReader.readRoot(document, tolerance, bounds));
        } catch (XmlException tooLarge) {
            return Optional.empty();
        }
    }

    private static MalformedMessageException unreadable(XmlException cause) {
        return new MalformedMessageException("unreadable message: " + cause.getMessage(), cause);
    }

    static void write(Element element, ByteBuf out) {
        XmlWriter.write(element, out);
    }
}
