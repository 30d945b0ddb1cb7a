package dev.remotenode.agent.schema;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.ElementBuilder;

/** Requests in the XML of the service that has the cluster's configuration. */
final class SchemaRequests {

    /** Pacemaker's {@code cib_sync_call}: the answer shall be a response, not an event. */
    private static final int SYNCHRONOUS = 0x1000;

    private SchemaRequests() {}

    /** The first request on a connection. */
    static Element signOn() {
        return command("register", 1).with("cib_clientname", "pacemaker-remoted").build();
    }

    /** Wants all files of schemas that are newer. */
    static Element newerThan(SchemaVersion version) {
        Element schema = Element.named("schema").with("version", version.toString()).build();
        return command("cib_schemas", 2)
                .with(Element.named("cib_calldata").with(schema).build())
                .build();
    }

    private static ElementBuilder command(String operation, int callId) {
        return Element.named("cib_command")
                .with("t", "cib")
                .with("cib_op", operation)
                .with("cib_callid", callId)
                .with("cib_callopt", SYNCHRONOUS);
    }
}
