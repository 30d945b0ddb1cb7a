package dev.remotenode.lrmd.xml;

/**
 * How much of a document is read at most: beyond that it is somebody's attack.
 *
 * @param depth of elements in elements
 * @param nodes elements and attributes
 * @param textBytes what names and values may have together, as they are written
 */
public record Bounds(int depth, int nodes, int textBytes) {

    /** As libxml2 has it for ordinary documents. */
    private static final int DEPTH = 256;

    /** A message has a few dozen, an attack has millions. */
    private static final int NODES = 50_000;

    /** Of what is small, or comes from a program that is trusted. */
    public static final Bounds ORDINARY = new Bounds(DEPTH, NODES, Integer.MAX_VALUE);

    /**
     * Of what a cluster node asks for. The kernel gives an agent at most 2 MiB of parameters; much
     * more text in the heap would have all of it collected, again and again.
     */
    public static final Bounds REQUEST = new Bounds(DEPTH, NODES, 2 * 1024 * 1024);
}
