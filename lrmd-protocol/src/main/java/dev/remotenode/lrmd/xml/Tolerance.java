package dev.remotenode.lrmd.xml;

/** How much damage a document may have and still be read. */
public enum Tolerance {
    /** None: well-formed XML 1.0 without a DTD. */
    STRICT,
    /**
     * Attribute values may hold raw quotes, ampersands, angle brackets, line ends and control
     * characters.
     *
     * <p>Pacemaker 2.1.5 sends such values: its escaping stops at the first two adjacent bytes that
     * are not ASCII. A quote then ends the value only where an attribute or the end of the tag
     * follows.
     */
    DAMAGED_VALUES
}
