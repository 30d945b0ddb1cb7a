package dev.remotenode.lab.libvirt;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LabException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * QEMU's agent in a virtual machine, which runs commands there for its host.
 *
 * @param host that the guest runs on now
 * @param guest the domain
 */
public record GuestAgent(Host host, String guest) {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern PROCESS = Pattern.compile("\"pid\":(\\d+)");
    private static final Pattern STATUS = Pattern.compile("\"exitcode\":(\\d+)");
    private static final Pattern OUTPUT = Pattern.compile("\"out-data\":\"([^\"]*)\"");

    /** Runs a command to its end, which must succeed, and returns what it wrote. */
    public String run(String program, String... arguments) {
        String process =
                find(PROCESS, ask(start(program, arguments)))
                        .orElseThrow(() -> new LabException("no process for " + program));
        String end =
                Await.until(
                        "the end of " + program + " in " + guest,
                        LIMIT,
                        () -> ask(status(process)),
                        answer -> answer.contains("\"exited\":true"));
        if (!find(STATUS, end).equals(Optional.of("0"))) {
            throw new LabException(program + " failed in " + guest + ": " + end);
        }
        return find(OUTPUT, end)
                .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
                .orElse("");
    }

    private String ask(String question) {
        return host.run(
                        Command.of(
                                        "virsh",
                                        "--connect",
                                        Hypervisor.QEMU.uri(),
                                        "qemu-agent-command",
                                        guest,
                                        question)
                                .within(LIMIT))
                .outputOrFail();
    }

    private static String start(String program, String... arguments) {
        String list =
                Arrays.stream(arguments).map(GuestAgent::quoted).collect(Collectors.joining(","));
        return """
        {"execute": "guest-exec",
         "arguments": {"path": %s, "arg": [%s], "capture-output": true}}
        """
                .formatted(quoted(program), list);
    }

    private static String status(String process) {
        return """
        {"execute": "guest-exec-status", "arguments": {"pid": %s}}
        """
                .formatted(process);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Optional<String> find(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
