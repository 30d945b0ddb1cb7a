package dev.remotenode.agent.cli;

import static dev.remotenode.agent.cli.ConnectionFailures.await;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.document.ItemBuilder;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.client.HandshakeProbe;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import dev.remotenode.lrmd.tls.HandshakeCompletion;
import dev.remotenode.lrmd.tls.HandshakeException;
import dev.remotenode.lrmd.tls.HandshakeFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.concurrent.CompletableFuture;

/** One run of {@code remotectl ping}. */
final class Ping {
    private final DaemonOptions options;
    private final ClientLoop loop;
    private final Output output;
    private final ItemBuilder found;

    Ping(DaemonOptions options, ClientLoop loop, Output output) {
        this.options = options;
        this.loop = loop;
        this.output = output;
        this.found =
                Item.named("ping")
                        .with("host", options.target().host())
                        .with("address", options.address().getAddress().getHostAddress())
                        .with("port", options.target().port());
    }

    /**
     * Tells all that can be found out without harm.
     *
     * @param count how often to ask for a sign of life
     */
    Outcome run(int count) throws CommandException {
        output.line(
                "%s, %s port %d"
                        .formatted(
                                output.style().strong(options.target().host()),
                                options.address().getAddress().getHostAddress(),
                                options.target().port()));
        found.with("signed-on", options.joining().allowed());
        if (options.joining().allowed()) {
            signOn(count);
        } else {
            probe();
        }
        return Outcome.of(ExitStatus.OK, found.build());
    }

    private void probe() throws CommandException {
        Stopwatch clock = new Stopwatch();
        CompletableFuture<Duration> connected = new CompletableFuture<>();
        CompletableFuture<HandshakeCompletion> probed =
                HandshakeProbe.run(
                        loop,
                        options.address(),
                        options.identity().offering(Versions.ONLY_TLS_1_3),
                        options.timeout(),
                        () -> connected.complete(clock.elapsed()));
        HandshakeCompletion handshake;
        try {
            handshake = await(probed, options.target(), options.timeout());
        } catch (CommandException e) {
            throw e.getCause() instanceof HandshakeException failed
                            && failed.failure() == HandshakeFailure.VERSION
                    ? notTried()
                    : e;
        }
        Duration whole = clock.elapsed();
        found.with("connect-ms", Milliseconds.of(connected.join()))
                .with("handshake-ms", Milliseconds.of(whole.minus(connected.join())))
                .with("tls-version", handshake.version())
                .with("reason", options.joining().reason());
        tell("TCP connection", connected.join(), "");
        tell(
                handshake.version() + " handshake",
                whole.minus(connected.join()),
                switch (options.identity()) {
                    case NodeIdentity.Key _ -> "the key there is the same as here";
                    case NodeIdentity.Certificate _ ->
                            "its certificate is in order; ours not shown";
                });
        output.line(
                "%s: %s. --force does so in any case."
                        .formatted(
                                output.style().doubtful("Not signed on"),
                                options.joining().reason()));
    }

    /** In TLS 1.2 one cannot break off in time. */
    private CommandException notTried() {
        return new CommandException(
                ExitStatus.UNSAFE,
                ("the daemon on %s answers, but speaks TLS 1.2 only: the key cannot be tried without"
                                + " signing on, and %s. --force does so in any case.")
                        .formatted(options.target(), options.joining().reason()));
    }

    private void signOn(int count) throws CommandException {
        Pokes pokes = new Pokes();
        Stopwatch clock = new Stopwatch();
        try (ExecutorClient client =
                await(
                        ExecutorClient.connect(
                                loop,
                                options.address(),
                                options.identity().offering(Versions.TLS_1_3_AND_1_2),
                                pokes),
                        options.target(),
                        options.timeout())) {
            Duration connected = clock.elapsed();
            found.with("connect-ms", Milliseconds.of(connected));
            tell("Connection", connected, "the " + options.identity().description() + " fits");
            tell(SignedOn.as(client, options));
            poke(client, pokes, count);
        }
    }

    private void poke(ExecutorClient client, Pokes pokes, int count) throws CommandException {
        List<Item> tries = new ArrayList<>();
        LongSummaryStatistics times = new LongSummaryStatistics();
        for (int number = 1; number <= count; number++) {
            CompletableFuture<Notification> served = pokes.next();
            Stopwatch clock = new Stopwatch();
            CompletableFuture<Reply> reply = client.ask(new Request.Poke());
            await(served, options.target(), options.timeout());
            Duration time = clock.elapsed();
            await(reply, options.target(), options.timeout());
            times.accept(time.toNanos());
            tries.add(Item.named("poke").with("round-trip-ms", Milliseconds.of(time)).build());
            tell("Sign of life " + number, time, "");
        }
        found.with("pokes", tries);
        if (count > 1) {
            output.line(
                    "%d signs of life: least %s, mean %s, greatest %s"
                            .formatted(
                                    count,
                                    Milliseconds.text(Duration.ofNanos(times.getMin())),
                                    Milliseconds.text(
                                            Duration.ofNanos(Math.round(times.getAverage()))),
                                    Milliseconds.text(Duration.ofNanos(times.getMax()))));
        }
    }

    private void tell(SignedOn signedOn) {
        Duration uptime = Duration.ofSeconds(signedOn.registered().uptime());
        found.with("sign-on-ms", Milliseconds.of(signedOn.time()))
                .with("protocol-version", signedOn.registered().protocolVersion().toString())
                .with("uptime-s", uptime.toSeconds());
        tell(
                "Signed on",
                signedOn.time(),
                "protocol %s, up for %s"
                        .formatted(
                                signedOn.registered().protocolVersion(),
                                uptime.toString().substring(2).toLowerCase(Locale.ROOT)));
    }

    private void tell(String what, Duration time, String more) {
        output.line(
                "  %-18s %10s%s"
                        .formatted(
                                what,
                                Milliseconds.text(time),
                                more.isEmpty() ? "" : "  " + output.style().good(more)));
    }
}
