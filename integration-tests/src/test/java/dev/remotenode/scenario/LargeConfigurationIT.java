package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guest asks for a configuration far larger than one message in shared memory can hold. */
@RemoteClusterTest
class LargeConfigurationIT {
    private static final int RESOURCES = 2_000;
    private static final int PARAMETERS = 12;
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final String VALUE = "words that make it longer, ".repeat(13);

    /** Nothing of it shall run: the question is how much can be said about it. */
    @BeforeEach
    void configure(RemoteCluster stage) {
        Host member = member(stage);
        member.run("crm_attribute", "--name=maintenance-mode", "--update=true");
        member.write("/tmp/large.xml", configuration());
        cibadmin(
                member,
                "--modify",
                "--allow-create",
                "--scope=configuration",
                "--xml-file=/tmp/large.xml");
    }

    @AfterEach
    void removeAtOnce(RemoteCluster stage) {
        cibadmin(member(stage), "--delete-all", "--force", "--xpath=//rsc_location[@node]");
        cibadmin(
                member(stage),
                "--delete-all",
                "--force",
                "--xpath=//primitive[starts-with(@id,'many-')]");
        member(stage).run("crm_attribute", "--name=maintenance-mode", "--delete");
    }

    @Test
    void comesOverWhole(RemoteCluster stage) {
        String there = cibadmin(member(stage), "--query", "--scope=configuration");
        String here = cibadmin(stage.remote().host(), "--query", "--scope=configuration");

        assertTrue(there.length() > TEN_MEGABYTES, () -> there.length() + " characters");
        assertEquals(there, here);
    }

    private static String configuration() {
        return "<configuration><resources>%s</resources><constraints>%s</constraints></configuration>"
                .formatted(
                        each(RESOURCES, LargeConfigurationIT::resource),
                        each(RESOURCES, LargeConfigurationIT::constraint));
    }

    private static String resource(int i) {
        return "<primitive id=\"many-%1$d\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"><instance_attributes id=\"many-%1$d-parameters\">%2$s</instance_attributes></primitive>"
                .formatted(i, each(PARAMETERS, parameter -> parameter(i, parameter)));
    }

    private static String parameter(int resource, int i) {
        return "<nvpair id=\"many-%1$d-%2$d\" name=\"parameter-%2$d\" value=\"%1$d.%2$d %3$s\"/>"
                .formatted(resource, i, VALUE);
    }

    private static String constraint(int i) {
        return "<rsc_location id=\"place-many-%1$d\" rsc=\"many-%1$d\" node=\"guest1\" score=\"INFINITY\"/>"
                .formatted(i);
    }

    private static String each(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static String cibadmin(Host host, String... arguments) {
        return host.run(
                        Command.of(
                                        Stream.concat(Stream.of("cibadmin"), Stream.of(arguments))
                                                .toList())
                                .within(Duration.ofMinutes(2)))
                .outputOrFail();
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }
}
