package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.XmlException;
import java.util.Optional;

/** A payload that is more than is read. */
final class ExcessiveMessageException extends MalformedMessageException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Element> root;

    ExcessiveMessageException(Optional<Element> root, XmlException cause) {
        super("too large a message: " + cause.getMessage(), cause);
        this.root = root;
    }

    /** The first tag, unless that is too large already. */
    Optional<Element> root() {
        return root;
    }
}
