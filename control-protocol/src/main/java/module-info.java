/**
 * What operators ask the daemon over its control socket, and what its journal holds; generated from
 * the schema in {@code src/main/protobuf}.
 */
@org.jspecify.annotations.NullMarked
module dev.remotenode.control {
    requires transitive com.google.protobuf;
    requires static org.jspecify;

    exports dev.remotenode.control.journal;
    exports dev.remotenode.control.message;
}
