package dev.remotenode.agent.control;

import dev.remotenode.control.message.Done;
import dev.remotenode.control.message.Failure;
import dev.remotenode.control.message.Response;

/** Answers that many questions have. */
final class Responses {

    /** Of the schema. */
    static final int VERSION = 1;

    private Responses() {}

    static Response failure(Failure.Kind kind, String message) {
        return Response.newBuilder()
                .setLast(true)
                .setFailure(
                        Failure.newBuilder().setKind(kind).setMessage(message).setVersion(VERSION))
                .build();
    }

    static Response done(String message) {
        return Response.newBuilder()
                .setLast(true)
                .setDone(Done.newBuilder().setMessage(message))
                .build();
    }
}
