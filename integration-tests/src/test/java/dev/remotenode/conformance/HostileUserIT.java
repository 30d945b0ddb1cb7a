package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.daemon.OperatorTool;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.HostProcess;
import dev.remotenode.lab.junit.BeyondReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What local users put where the daemon, as root, reads and writes. */
@ConformanceTest
class HostileUserIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String LOG = "/var/log/pacemaker/pacemaker.log";
    private static final String FOLLOWS = "2.1.5 writes to whatever stands in the place of its log";

    /** Readable and writable by root alone, like the passwords. */
    private static final String SECRET = "/etc/secret";

    /** The folder of the log is writable to Pacemaker's user, who is not root. */
    @Test
    @BeyondReference(FOLLOWS)
    void doesNotGetAFileOfRootByALinkInThePlaceOfTheLog(StandaloneNode node) {
        makeSecret(node);
        asPacemakersUser(node, "mv %1$s %1$s.1 && ln -s %2$s %1$s".formatted(LOG, SECRET));

        try {
            makeItLog(node);
            assertSecretIsUntouched(node);
        } finally {
            restore(node);
        }
    }

    @Test
    @BeyondReference(FOLLOWS)
    void doesNotGetAFileOfRootByALinkFromBeforeTheStart(StandaloneNode node) {
        makeSecret(node);
        node.daemon().kill();
        asPacemakersUser(node, "mv %1$s %1$s.1 && ln -s %2$s %1$s".formatted(LOG, SECRET));

        HostProcess daemon =
                node.host()
                        .start(
                                Command.of("/run/lab/programs/sbin/pacemaker-remoted"),
                                "no-log.out");
        try {
            Await.until(
                    "the daemon", LIMIT, () -> node.host().run("ss", "-Hltn").contains(":3121"));
            assertServed(node);
            assertSecretIsUntouched(node);
        } finally {
            daemon.kill();
            daemon.awaitExit(LIMIT);
            restore(node);
        }
    }

    @Test
    @BeyondReference(FOLLOWS)
    void doesNotHangTheDaemonByAPipeInThePlaceOfTheLog(StandaloneNode node) {
        asPacemakersUser(node, "mv %1$s %1$s.1 && mkfifo %1$s".formatted(LOG));
        try {
            makeItLog(node);
            assertServed(node);
        } finally {
            restore(node);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkfifo %s", "mkdir %s", "truncate -s 1T %s", "ln -s /dev/zero %s"})
    @BeyondReference("2.1.5 reads its key from whatever is there")
    void aKeyFileThatIsNoneHangsNobody(String make, StandaloneNode node) {
        String key = "/etc/pacemaker/authkey";
        node.host().run("mv", key, key + ".kept");
        try {
            node.host().run("bash", "-c", make.formatted(key));
            assertServed(node);
        } finally {
            node.host().run("bash", "-c", "rm -rf %1$s && mv %1$s.kept %1$s".formatted(key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "drain", "log-level debug", "rotate-key", "dump"})
    @BeyondReference("it has no such socket")
    void strangersGetNoAnswerFromTheSocketOfOperators(String command, StandaloneNode node) {
        CommandResult asked = run(node, "nobody", remotectl(command));
        assertFalse(asked.succeeded());
        assertTrue(asked.errors().contains("only root and members of the group"), asked::errors);
        assertServed(node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drain", "log-level debug", "rotate-key", "dump"})
    @BeyondReference("it has no such socket")
    void theGroupMayLookButNotAct(String command, StandaloneNode node) {
        CommandResult asked = run(node, "hacluster", remotectl("resources"));
        assertTrue(asked.succeeded(), asked::errors);
        CommandResult told = run(node, "hacluster", remotectl(command));
        assertFalse(told.succeeded());
        assertTrue(told.errors().contains("only root"), told::errors);
        assertServed(node);
    }

    private static String remotectl(String command) {
        return OperatorTool.onHost() + " " + command;
    }

    private static void makeSecret(StandaloneNode node) {
        node.host()
                .run("bash", "-c", "rm -f %1$s; umask 077; echo secret > %1$s".formatted(SECRET));
    }

    private static void assertSecretIsUntouched(StandaloneNode node) {
        assertEquals("secret\n", node.host().run("cat", SECRET));
        assertEquals("600 root:root\n", node.host().run("stat", "-c", "%a %U:%G", SECRET));
    }

    /** The file is looked at again a second after the last time. */
    private static void makeItLog(StandaloneNode node) {
        Await.until(
                "a connection that is refused",
                LIMIT,
                () -> {
                    node.connectPlain().close();
                    return node.host().run("bash", "-c", "wc -l < %s.1".formatted(LOG)).strip();
                },
                lines -> Integer.parseInt(lines) > 0);
        assertServed(node);
    }

    private static void restore(StandaloneNode node) {
        node.host().run("rm", "-f", LOG);
        if (node.daemon().isRunning()) {
            node.daemon().kill();
        }
        node.restartDaemon();
    }

    private static void asPacemakersUser(StandaloneNode node, String command) {
        CommandResult done = run(node, "hacluster", command);
        assertTrue(done.succeeded(), done::errors);
    }

    private static CommandResult run(StandaloneNode node, String user, String command) {
        return node.host().run(Command.of("runuser", "-u", user, "--", "bash", "-c", command));
    }

    private static void assertServed(StandaloneNode node) {
        try (Controller controller = Controller.signedOn(node)) {
            controller.soFar();
        }
    }
}
