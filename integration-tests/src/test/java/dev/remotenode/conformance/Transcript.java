package dev.remotenode.conformance;

import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lrmd.xml.Element;
import java.util.ArrayList;
import java.util.List;

/** What a daemon sent, message by message, in short lines. */
final class Transcript {
    private Transcript() {}

    /** The next messages. */
    static List<String> next(int count, RecordPeer peer) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(peer.receive()));
        }
        return lines;
    }

    /** The completion of an action, with all before it ignored. */
    static Element completionOf(String action, RecordPeer peer) {
        while (true) {
            Element next = peer.receive();
            if (value(next, "lrmd_op").equals("lrmd_rsc_exec")
                    && value(next, "lrmd_rsc_action").equals(action)) {
                return next;
            }
        }
    }

    private static String line(Element message) {
        return switch (message.name()) {
            case "lrmd_reply" -> reply(Integer.parseInt(value(message, "lrmd_rc")));
            case "lrmd_notify" -> notice(message);
            case "lrmd_ipc_proxy" -> "proxy " + value(message, "lrmd_ipc_op");
            default -> message.toString();
        };
    }

    private static String reply(int returnCode) {
        return returnCode > 0 ? "reply with a call id" : "reply " + returnCode;
    }

    private static String notice(Element message) {
        return switch (value(message, "lrmd_op")) {
            case "lrmd_rsc_exec" -> completion(message);
            case "lrmd_rsc_new_client" -> "notice of a new client";
            case String operation -> operation + " " + value(message, "lrmd_rc");
        };
    }

    private static String completion(Element message) {
        String outcome =
                switch (value(message, "lrmd_exec_op_status")) {
                    case "0" -> " done";
                    case "1" -> " cancelled";
                    case String other -> " ended with status " + other;
                };
        String deleted = value(message, "lrmd_rsc_deleted").equals("1") ? ", deleted" : "";
        return value(message, "lrmd_rsc_action") + outcome + deleted;
    }

    private static String value(Element message, String attribute) {
        return message.attribute(attribute).orElse("");
    }
}
