package dev.remotenode.ocf.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds whatever clients do, and whenever and however agents end. */
class InvariantsTest {

    private static final Predicate<String> NEGATIVE_TIME = Pattern.compile("\\|.*=-").asPredicate();

    @Property(tries = 3000)
    void operationsRunAloneAndAreToldOnceAndNothingIsLeft(
            @ForAll("commands") List<String> commands) {
        Stage stage = new Stage();
        List<String> log = new ArrayList<>();
        List<Integer> oneShots = new ArrayList<>();
        int callId = 0;
        for (String template : commands) {
            String command = template.replace("#", ++callId + "");
            if (command.startsWith("agent") && !stage.isAgentRunning("a")) {
                continue;
            }
            List<String> events = stage.play(command);
            if (command.startsWith("exec")
                    && !command.contains("every=")
                    && stage.play("find a").toString().contains("Resource")) {
                oneShots.add(callId);
            }
            log.addAll(events);
        }
        log.addAll(stage.play("shutdown"));
        while (stage.isAgentRunning("a")) {
            log.addAll(stage.play("agent a is gone"));
        }

        assertEquals(List.of(), stage.play("advance 100000s"), "something still wakes up");
        assertFalse(log.contains("TWO AGENTS AT ONCE"));
        assertEquals(List.of(), log.stream().filter(NEGATIVE_TIME).toList());
        for (int oneShot : oneShots) {
            assertEquals(1, log.stream().filter(l -> l.contains("call " + oneShot + " ")).count());
        }
        assertEquals(
                commands.stream().filter(c -> !c.matches("(agent|advance|last).*")).count(),
                log.stream().filter(line -> line.startsWith("reply")).count());
    }

    @Provide
    Arbitrary<List<String>> commands() {
        Arbitrary<String> action = Arbitraries.of("start", "stop", "monitor", "Monitor");
        Arbitrary<String> interval = Arbitraries.of("", " every=1s", " every=2s");
        Arbitrary<String> option = Arbitraries.of("", " delay=1s", " timeout=1s", " delay=3s");
        Arbitrary<String> exec =
                Combinators.combine(action, interval, option)
                        .as((a, i, o) -> "exec # a " + a + i + o);
        Arbitrary<String> cancel =
                Combinators.combine(action, interval).as((a, i) -> "cancel a " + a + i);
        Arbitrary<String> time = Arbitraries.of("advance 500ms", "advance 1s", "advance 5s");
        Arbitrary<String> agent =
                Arbitraries.of(
                        "agent a exits 0",
                        "agent a exits 7",
                        "agent a is gone",
                        "agent a is missing",
                        "agent a is pending");
        Arbitrary<String> rare =
                Arbitraries.of(
                        "register a Dummy", "register a Other", "unregister a", "last-client-gone");
        return Arbitraries.frequencyOf(
                        Tuple.of(6, exec),
                        Tuple.of(2, cancel),
                        Tuple.of(4, time),
                        Tuple.of(6, agent),
                        Tuple.of(1, rare))
                .list()
                .ofMaxSize(60)
                .map(InvariantsTest::withResource);
    }

    private static List<String> withResource(List<String> commands) {
        List<String> all = new ArrayList<>(commands);
        all.addFirst("register a Dummy drop-recurring");
        return all;
    }
}
