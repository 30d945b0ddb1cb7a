package dev.remotenode.agent;

import dev.remotenode.agent.config.Severity;
import dev.remotenode.agent.control.NodeControls;
import dev.remotenode.agent.lifecycle.Shutdown;
import dev.remotenode.agent.logging.RunningLog;
import dev.remotenode.agent.server.Credentials;
import dev.remotenode.lrmd.tls.KeyFiles;
import java.time.Duration;
import java.util.Optional;

/** What operators may change of this daemon. Used on the event loop. */
record OperatorControls(Shutdown shutdown, RunningLog runningLog, Credentials credentials)
        implements NodeControls {

    @Override
    public void drain(Optional<Duration> deadline) {
        deadline.ifPresentOrElse(shutdown::request, shutdown::request);
    }

    @Override
    public void setDebug(boolean on) {
        runningLog.setDebug(on);
    }

    @Override
    public String logLevel() {
        return runningLog.detail() == Severity.DEBUG ? "debug" : "info";
    }

    @Override
    public Optional<String> readKey(boolean forgetReplaced) {
        return switch (credentials) {
            case Credentials.SharedKey(KeyFiles keys) -> Optional.of(readKey(keys, forgetReplaced));
            case Credentials.Certificates _ -> Optional.empty();
        };
    }

    private static String readKey(KeyFiles keys, boolean forgetReplaced) {
        keys.refresh();
        int forgotten = forgetReplaced ? keys.forgetReplaced() : 0;
        String inForce =
                keys.inForce()
                        .map(key ->
                                "the key in %s is in force, SHA-256 %s"
                                        .formatted(key.file(), key.key().fingerprint()))
                        .orElse("there is no key in any of " + keys.candidates());
        return forgotten > 0
                ? "%s; previous keys refused from now on: %d".formatted(inForce, forgotten)
                : inForce;
    }
}
