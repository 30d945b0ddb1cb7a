package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters whose values the cluster's configuration does not have: the node keeps them. */
@ConformanceTest
@BeyondReference(value = "Debian's 2.1.5 is built without secrets", of = PacemakerSeries.V2_1)
class SecretsIT {
    private static final int INVALID_PARAMETER = 2;
    private static final String HIDDEN = "lrm://";

    @Test
    void theAgentSeesTheSecretAndTheClusterDoesNot(StandaloneNode node, Controller controller) {
        String id = controller.register();
        keep(node, id, "password", "open sesame \t\n\n", md5("open sesame"));

        ExecComplete end = run(id, "monitor", controller);

        assertEnded(DONE, OK, end);
        assertEquals(Optional.of("[open sesame][plain]"), end.outcome().output());
        assertEquals(HIDDEN, end.operation().parameters().get("password"));
    }

    @Test
    void aSecretIsReadForEachRun(StandaloneNode node, Controller controller) {
        String id = controller.register();
        keep(node, id, "password", "one", md5("one"));
        run(id, "monitor", controller);
        keep(node, id, "password", "two", md5("two").toUpperCase(Locale.ROOT) + "\n");

        assertEquals(
                Optional.of("[two][plain]"), run(id, "monitor", controller).outcome().output());
    }

    @Test
    @BeyondReference("3.0.0 looks at 254 bytes of the first line")
    void aSecretMayBeLong(StandaloneNode node, Controller controller) {
        String id = controller.register();
        String secret = "x".repeat(5000);
        keep(node, id, "password", secret, md5(secret));

        assertEquals(
                Optional.of("[" + secret + "][plain]"),
                run(id, "monitor", controller).outcome().output());
    }

    @Test
    @BeyondReference("3.0.0 looks at 254 bytes of the first line")
    void aSecretMayHaveLines(StandaloneNode node, Controller controller) {
        String id = controller.register();
        keep(node, id, "password", "one\ntwo\n", md5("one\ntwo"));

        assertEquals(
                Optional.of("[one\ntwo][plain]"),
                run(id, "monitor", controller).outcome().output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "monitor"})
    void withoutItsSecretAnAgentDoesNotRun(String action, Controller controller) {
        assertWithheld(run(controller.register(), action, controller));
    }

    @Test
    void aSecretThatHasChangedUnnoticedIsNone(StandaloneNode node, Controller controller) {
        String id = controller.register();
        keep(node, id, "password", "open sesame", md5("another"));

        assertWithheld(run(id, "start", controller));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "STOP"})
    void aResourceCanBeStoppedWithout(String action, Controller controller) {
        ExecComplete end = run(controller.register(), action, controller);

        assertEnded(DONE, OK, end);
        assertEquals(Optional.of("[lrm://][plain]"), end.outcome().output());
    }

    @Test
    void aResourceIsStoppedWithTheSecretsThatThereAre(StandaloneNode node, Controller controller) {
        String id = controller.register();
        keep(node, id, "password", "open sesame", md5("open sesame"));
        Map<String, String> parameters = parameters();
        parameters.put("user", HIDDEN);

        ExecComplete end = controller.run(Requests.once(id, "stop", parameters));

        assertEquals(Optional.of("[open sesame][lrm://]"), end.outcome().output());
    }

    private static void assertWithheld(ExecComplete end) {
        assertEnded(DONE, INVALID_PARAMETER, end);
        assertEquals(Optional.of("Unable to load CIB secrets"), end.outcome().exitReason());
        assertEquals(
                Optional.of("ocf-exit-reason:Unable to load CIB secrets\n"),
                end.outcome().output());
    }

    private static ExecComplete run(String id, String action, Controller controller) {
        return controller.run(Requests.once(id, action, parameters()));
    }

    private static Map<String, String> parameters() {
        Map<String, String> parameters =
                new HashMap<>(
                        ScriptAgent.does(
                                "printf '[%s][%s]' \"$OCF_RESKEY_password\" \"$OCF_RESKEY_user\""));
        parameters.put("password", HIDDEN);
        parameters.put("user", "plain");
        return parameters;
    }

    private static void keep(
            StandaloneNode node, String id, String name, String value, String sum) {
        String file = "/var/lib/pacemaker/lrm/secrets/" + id + "/" + name;
        node.host().write(file, value);
        node.host().write(file + ".sign", sum);
    }

    private static String md5(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
