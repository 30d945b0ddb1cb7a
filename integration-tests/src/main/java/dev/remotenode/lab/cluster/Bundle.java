package dev.remotenode.lab.cluster;

/**
 * A container that the cluster runs with podman, and a resource inside of it: what {@code <bundle>}
 * is in the CIB. There is one of it, which shares the network of the node it is on.
 *
 * @param image a name that podman on the nodes knows
 * @param port where the daemon in the container listens
 */
public record Bundle(String id, String image, int port, Primitive primitive) {
    /** The name of the container as a node of the cluster. */
    public String guest() {
        return id + "-0";
    }

    /** The name of the container, as the cluster and podman know it. */
    public String container() {
        return id + "-podman-0";
    }

    String xml() {
        return """
        <bundle id="%1$s">
          <podman image="%2$s" replicas="1" network="host"/>
          <network control-port="%3$d"/>
          %4$s
        </bundle>
        """
                .formatted(id, image, port, PrimitiveXml.of(primitive));
    }
}
