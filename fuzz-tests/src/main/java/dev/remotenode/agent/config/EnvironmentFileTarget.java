package dev.remotenode.agent.config;

import dev.remotenode.fuzz.Claim;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file of settings: what is taken from it has names that variables may have; it comes back as it
 * is when it is written down and read again; and whatever the values are, the daemon has a
 * configuration.
 */
public final class EnvironmentFileTarget {

    private EnvironmentFileTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        EnvironmentFile file = EnvironmentFile.parse("file", text);
        int lines = 1 + (int) text.chars().filter(each -> each == '\n').count();
        file.assignments()
                .forEach(one ->
                        Claim.that(one.line() >= 1 && one.line() <= lines, "it is on a line"));
        Claim.same(
                values(file),
                values(EnvironmentFile.parse("copy", written(file.assignments()))),
                "what is written is read back");
        shellWord(text);
        Map<String, String> variables =
                file.assignments().stream()
                        .collect(
                                Collectors.toMap(
                                        EnvironmentFile.Assignment::name,
                                        EnvironmentFile.Assignment::value,
                                        (_, later) -> later));
        AgentConfiguration configuration =
                ConfigurationReader.read(CommandLineOptions.NONE, variables);
        Claim.that(configuration.port() > 0, "there is a port");
        var _ = TlsPriorities.complaint(configuration.security());
    }

    private static List<String> values(EnvironmentFile file) {
        return file.assignments().stream().map(one -> one.name() + "=" + one.value()).toList();
    }

    private static String written(List<EnvironmentFile.Assignment> assignments) {
        return assignments.stream()
                .map(one -> one.name() + "=" + EnvironmentFileText.quoted(one.value()) + "\n")
                .collect(Collectors.joining());
    }

    private static void shellWord(String text) {
        try {
            Claim.that(ShellWord.read(text).length() <= text.length(), "a word is not made longer");
        } catch (InvalidValueException e) {
            // So there is more or less than a word.
        }
    }
}
