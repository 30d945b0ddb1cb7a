package dev.remotenode.lrmd.xml;

/** A document that this project does not read: damaged, too deep, or with a DTD. */
public final class XmlException extends Exception {

    private static final long serialVersionUID = 1L;

    XmlException(String message, int offset) {
        super("%s at byte %d".formatted(message, offset));
    }
}
