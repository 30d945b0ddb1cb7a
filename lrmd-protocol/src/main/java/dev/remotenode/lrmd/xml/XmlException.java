package dev.remotenode.lrmd.xml;

/** A document that this project does not read: damaged, too deep, or with a DTD. */
public final class XmlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean beyondBounds;

    private XmlException(String message, int offset, boolean beyondBounds) {
        super("%s at byte %d".formatted(message, offset));
        this.beyondBounds = beyondBounds;
    }

    static XmlException damaged(String message, int offset) {
        return new XmlException(message, offset, false);
    }

    static XmlException beyondBounds(String message, int offset) {
        return new XmlException(message, offset, true);
    }

    /**
     * Whether it is too much, up to where it was read without damage: more tolerance is no help.
     */
    public boolean isBeyondBounds() {
        return beyondBounds;
    }
}
