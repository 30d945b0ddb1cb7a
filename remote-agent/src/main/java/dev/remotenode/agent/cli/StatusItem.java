package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.document.ItemBuilder;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.cli.history.ReadableTime;
import dev.remotenode.control.message.Certificate;
import dev.remotenode.control.message.Connection;
import dev.remotenode.control.message.Credentials;
import dev.remotenode.control.message.Resource;
import dev.remotenode.control.message.RunningOperation;
import dev.remotenode.control.message.SharedKey;
import dev.remotenode.control.message.Status;
import java.util.List;
import java.util.Locale;

/** How the daemon is, for programs. */
final class StatusItem {
    private StatusItem() {}

    static Item of(Status status) {
        return begun(status).build();
    }

    /** The same, and what has failed. */
    static Item of(Status status, RecentFailures failures) {
        return begun(status).with("failures", failures.items()).build();
    }

    private static ItemBuilder begun(Status status) {
        ItemBuilder item =
                Item.named("node")
                        .with("name", status.getHost())
                        .with("connected", NodeState.of(status) == NodeState.CONNECTED)
                        .with("version", status.getVersion())
                        .with("pid", status.getPid())
                        .with("uptime-ms", status.getUptimeMs())
                        .with("time", ReadableTime.iso(status.getNowMs()))
                        .with(
                                "state",
                                status.getLifecycle().getState().name().toLowerCase(Locale.ROOT))
                        .with("state-text", status.getLifecycle().getText())
                        .with("log-level", status.getLogLevel())
                        .with("journal", status.getJournal().getFolder())
                        .with("journal-problem", status.getJournal().getProblem())
                        .with(
                                "addresses",
                                status.getListeningList().stream()
                                        .map(address ->
                                                Item.named("address")
                                                        .with("listening", address)
                                                        .build())
                                        .toList())
                        .with(
                                "connections",
                                status.getConnectionsList().stream()
                                        .map(StatusItem::connection)
                                        .toList())
                        .with("resources", resources(status))
                        .with(
                                "operations",
                                status.getOperationsList().stream()
                                        .map(StatusItem::running)
                                        .toList());
        return addCredentials(item, status.getCredentials());
    }

    /** The resources alone. */
    static List<Item> resources(Status status) {
        return status.getResourcesList().stream().map(StatusItem::resource).toList();
    }

    private static ItemBuilder addCredentials(ItemBuilder item, Credentials credentials) {
        return switch (credentials.getKindCase()) {
            case SHARED_KEY -> item.with(key(credentials.getSharedKey()));
            case CERTIFICATE -> item.with(certificate(credentials.getCertificate()));
            case KIND_NOT_SET -> item;
        };
    }

    private static Item key(SharedKey key) {
        ItemBuilder item =
                Item.named("key")
                        .with("file", key.getFile())
                        .with("sha256", key.getSha256())
                        .with("bytes", key.getBytes())
                        .with("replaced", key.getReplaced());
        if (!key.getFile().isEmpty()) {
            item.with("changed", ReadableTime.iso(key.getChangedMs()));
        }
        if (key.getReplaced() > 0) {
            item.with("replaced-until", ReadableTime.iso(key.getReplacedUntilMs()));
        }
        return item.build();
    }

    private static Item certificate(Certificate certificate) {
        return Item.named("certificate")
                .with("subject", certificate.getSubject())
                .with("issuer", certificate.getIssuer())
                .with("from", ReadableTime.iso(certificate.getNotBeforeMs()))
                .with("until", ReadableTime.iso(certificate.getNotAfterMs()))
                .build();
    }

    private static Item connection(Connection connection) {
        ItemBuilder item =
                Item.named("connection")
                        .with("peer", connection.getPeer())
                        .with("name", connection.getName())
                        .with("since", ReadableTime.iso(connection.getSinceMs()))
                        .with("protocol", connection.getProtocol())
                        .with("tls", connection.getTls())
                        .with("requests", connection.getRequests())
                        .with("manages", connection.getProvider())
                        .with("local", connection.getLocal());
        if (connection.getLastRequestMs() > 0) {
            item.with("last-request", ReadableTime.iso(connection.getLastRequestMs()));
        }
        if (connection.getRoundTripUs() > 0) {
            item.with("round-trip-us", connection.getRoundTripUs());
        }
        return item.build();
    }

    private static Item resource(Resource resource) {
        return Item.named("resource")
                .with("id", resource.getId())
                .with("agent", OperationText.agent(resource.getAgent()))
                .with("active", resource.getActive())
                .with(
                        "recurring",
                        resource.getRecurringList().stream()
                                .map(operation ->
                                        Item.named("operation")
                                                .with("action", operation.getAction())
                                                .with("interval-ms", operation.getIntervalMs())
                                                .with("timeout-ms", operation.getTimeoutMs())
                                                .build())
                                .toList())
                .build();
    }

    private static Item running(RunningOperation operation) {
        return Item.named("operation")
                .with("resource", operation.getResource())
                .with("action", operation.getAction())
                .with("interval-ms", operation.getIntervalMs())
                .with("timeout-ms", operation.getTimeoutMs())
                .with("running-ms", operation.getRunningMs())
                .build();
    }
}
