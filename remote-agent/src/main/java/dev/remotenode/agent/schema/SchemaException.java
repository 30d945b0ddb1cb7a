package dev.remotenode.agent.schema;

/** The cluster's answer has no use; the message says why. */
final class SchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    SchemaException(String message) {
        super(message);
    }
}
