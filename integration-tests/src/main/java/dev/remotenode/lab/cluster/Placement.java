package dev.remotenode.lab.cluster;

/**
 * Where a resource may run: a location constraint.
 *
 * @param score as the CIB writes it
 * @param discovery whether the cluster asks there if it runs, as the CIB writes it
 */
public record Placement(String node, String score, String discovery) {
    /** On this node if it is available. */
    public static Placement preferred(String node) {
        return new Placement(node, "100", "always");
    }

    /** Never on this node. */
    public static Placement forbidden(String node) {
        return new Placement(node, "-INFINITY", "always");
    }

    /** Never on this node, which could not even tell whether it runs there. */
    public static Placement outOfReach(String node) {
        return new Placement(node, "-INFINITY", "never");
    }

    String xml(String resource) {
        return """
        <rsc_location id="%1$s-on-%2$s" rsc="%1$s" node="%2$s" score="%3$s" resource-discovery="%4$s"/>\
        """
                .formatted(resource, node, score, discovery);
    }
}
