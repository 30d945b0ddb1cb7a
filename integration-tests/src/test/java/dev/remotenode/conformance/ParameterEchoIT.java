package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Parameters reach the agent, and come back in the completion as they were: a controller takes any
 * difference for a change of the configuration, and restarts the resource.
 */
@ConformanceTest
class ParameterEchoIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "plain",
                "<a href=\"x\">&amp;</a>",
                "it's 100 % \\ $HOME `id`",
                "grüße",
                "日本語",
                "lrm://"
            })
    void comeBackUnchanged(String value, Controller controller) {
        assertComesBack("p", value, controller);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\tb", "hé \"x\" & <y>"})
    @BeyondReference(
            value = "2.1.5 damages line ends, tabs, and markup after text beyond ASCII",
            of = PacemakerSeries.V2_1)
    void comeBackUnchangedWhateverIsInThem(String value, Controller controller) {
        assertComesBack("p", value, controller);
    }

    @ParameterizedTest
    @CsvSource({"9lives,yes", "0,zero", "9empty,''"})
    void comeBackUnderNamesThatBeginWithADigit(String name, String value, Controller controller) {
        assertComesBack(name, value, controller);
    }

    @Test
    void comeBackWhereThereAreNone(Controller controller) {
        ExecComplete end = controller.run(Requests.once(controller.register(), "start", Map.of()));

        assertEquals(Map.of(), end.operation().parameters());
    }

    @ParameterizedTest
    @CsvSource({"p,value", "p,''", "9lives,yes", "CRM_meta_name,start", "p,'<\"&>'", "p,grüße"})
    void reachTheAgentByTheirNames(String name, String value, Controller controller) {
        String show =
                "env | sed -n 's/^OCF_RESKEY_%s=\\(.*\\)/[\\1]/p' | tr -d '\\n'".formatted(name);
        Map<String, String> parameters = Map.of("do", show, name, value);

        ExecComplete end = controller.run(Requests.once(controller.register(), "x", parameters));

        assertEquals(Optional.of("[" + value + "]"), end.outcome().output());
    }

    @Test
    void tellTheAgentWhoItIs(Controller controller) {
        String id = controller.register();
        String names = "INSTANCE PROVIDER TYPE";

        ExecComplete end =
                controller.run(
                        id,
                        "start",
                        "for n in "
                                + names
                                + "; do v=OCF_RESOURCE_$n; echo ${!v}; done;"
                                + " echo $OCF_ROOT $OCF_RA_VERSION_MAJOR $OCF_EXIT_REASON_PREFIX");

        assertEquals(
                Optional.of(id + "\nremotenode\nScript\n/usr/lib/ocf 1 ocf-exit-reason:\n"),
                end.outcome().output().map(LineEnds::restored));
    }

    private static void assertComesBack(String name, String value, Controller controller) {
        Map<String, String> parameters = new HashMap<>(Map.of("do", "true", "other", "one"));
        parameters.put(name, value);

        ExecComplete end =
                controller.run(Requests.once(controller.register(), "start", parameters));

        assertEquals(parameters, end.operation().parameters());
    }
}
