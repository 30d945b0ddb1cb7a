package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.cli.history.ReadableTime;
import dev.remotenode.control.message.Certificate;
import dev.remotenode.control.message.Connection;
import dev.remotenode.control.message.Credentials;
import dev.remotenode.control.message.RunningOperation;
import dev.remotenode.control.message.SharedKey;
import dev.remotenode.control.message.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the daemon is, in lines for people. */
record StatusText(Status status, Style style) {
    private static final int FINGERPRINT_START = 16;
    private static final double MICROS_PER_MILLI = 1000;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(style.strong(status.getHost()), headline()));
        lines.add(
                "Remote Node %s, process %d, up for %s"
                        .formatted(
                                status.getVersion(),
                                status.getPid(),
                                ReadableTime.duration(status.getUptimeMs())));
        lines.add("Listening on " + String.join(", ", status.getListeningList()));
        lines.addAll(credentials(status.getCredentials()));
        lines.add(journal());
        lines.add("");
        lines.addAll(connections());
        lines.add(resources());
        lines.addAll(operations());
        return lines;
    }

    private String headline() {
        return switch (status.getLifecycle().getState()) {
            case DRAINING, ENDING -> style.doubtful(status.getLifecycle().getText());
            case RUNNING, STATE_UNSPECIFIED, UNRECOGNIZED ->
                    NodeState.of(status) == NodeState.CONNECTED
                            ? style.good("connected")
                            : style.bad("not connected: no cluster node manages this node");
        };
    }

    private List<String> credentials(Credentials credentials) {
        return switch (credentials.getKindCase()) {
            case SHARED_KEY -> key(credentials.getSharedKey());
            case CERTIFICATE -> List.of(certificate(credentials.getCertificate()));
            case KIND_NOT_SET -> List.of();
        };
    }

    private List<String> key(SharedKey key) {
        List<String> lines = new ArrayList<>();
        lines.add(
                key.getFile().isEmpty()
                        ? style.bad("No key: cluster nodes are refused")
                        : "Key %s: %d bytes, changed %s, SHA-256 %s..."
                                .formatted(
                                        key.getFile(),
                                        key.getBytes(),
                                        ago(key.getChangedMs()),
                                        key.getSha256().substring(0, FINGERPRINT_START)));
        if (key.getReplaced() > 0) {
            lines.add(
                    "  replaced keys that are still accepted: %d, until %s"
                            .formatted(
                                    key.getReplaced(), ReadableTime.of(key.getReplacedUntilMs())));
        }
        return lines;
    }

    private String certificate(Certificate certificate) {
        long left = certificate.getNotAfterMs() - status.getNowMs();
        String end =
                left > 0
                        ? "ends in " + ReadableTime.duration(left)
                        : style.bad("ended " + ago(certificate.getNotAfterMs()));
        return "Certificate %s of %s, %s"
                .formatted(certificate.getSubject(), certificate.getIssuer(), end);
    }

    private String journal() {
        if (status.getJournal().getFolder().isEmpty()) {
            return "Journal: none";
        }
        return status.getJournal().getProblem().isEmpty()
                ? "Journal: " + status.getJournal().getFolder()
                : style.bad(
                        "Journal: nothing is recorded in %s: %s"
                                .formatted(
                                        status.getJournal().getFolder(),
                                        status.getJournal().getProblem()));
    }

    private List<String> connections() {
        Table table = new Table();
        status.getConnectionsList().forEach(connection -> row(connection, table));
        List<String> lines = new ArrayList<>();
        if (!table.isEmpty()) {
            lines.add("Connections:");
            lines.addAll(table.lines("  "));
            lines.add("");
        }
        return lines;
    }

    private void row(Connection connection, Table table) {
        table.row(
                connection.getPeer(),
                connection.getName().isEmpty() ? "(no name)" : connection.getName(),
                "for " + ReadableTime.duration(status.getNowMs() - connection.getSinceMs()),
                connection.getLastRequestMs() == 0
                        ? "no request yet"
                        : "last request " + ago(connection.getLastRequestMs()),
                connection.getRoundTripUs() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "round trip %.2f ms",
                                connection.getRoundTripUs() / MICROS_PER_MILLI),
                connection.getProtocol().isEmpty()
                        ? "not signed on"
                        : "protocol " + connection.getProtocol(),
                connection.getTls());
    }

    private String resources() {
        long active =
                status.getResourcesList().stream().filter(resource -> resource.getActive()).count();
        return "Resources: %d, active: %d".formatted(status.getResourcesCount(), active);
    }

    private List<String> operations() {
        if (status.getOperationsCount() == 0) {
            return List.of("Operations in flight: none");
        }
        Table table = new Table();
        status.getOperationsList().forEach(operation -> row(operation, table));
        List<String> lines = new ArrayList<>();
        lines.add("Operations in flight:");
        lines.addAll(table.lines("  "));
        return lines;
    }

    private void row(RunningOperation operation, Table table) {
        boolean late =
                operation.getTimeoutMs() > 0
                        && operation.getRunningMs() * 2 > operation.getTimeoutMs();
        table.row(
                late ? style::doubtful : text -> text,
                operation.getResource(),
                OperationText.action(operation.getAction(), operation.getIntervalMs()),
                ReadableTime.duration(operation.getRunningMs())
                        + (operation.getTimeoutMs() == 0
                                ? ""
                                : " of " + ReadableTime.duration(operation.getTimeoutMs())));
    }

    private String ago(long epochMillis) {
        return ReadableTime.duration(Math.max(0, status.getNowMs() - epochMillis)) + " ago";
    }
}
