package dev.remotenode.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.config.CommandLine.Answer;
import dev.remotenode.agent.config.CommandLine.ExitStatus;
import dev.remotenode.agent.config.CommandLine.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void nothingAskedForIsTheUsualStart() {
        assertEquals(new Run(CommandLineOptions.NONE), CommandLine.of());
    }

    @Test
    void readsAllOptions() {
        CommandLine commandLine =
                CommandLine.of("-VV", "-l", "/tmp/a", "--logfile=/tmp/b", "-p", "4000", "-V");

        assertEquals(
                new Run(
                        new CommandLineOptions(
                                List.of(Path.of("/tmp/a"), Path.of("/tmp/b")),
                                Optional.of("4000"),
                                3)),
                commandLine);
    }

    @Test
    void looksAtTheConfigurationInsteadOfRunning() {
        assertEquals(
                new CommandLine.PrintConfiguration(CommandLineOptions.NONE, List.of()),
                CommandLine.of("--print-config"));
        assertEquals(
                new CommandLine.TestConfiguration(
                        new CommandLineOptions(List.of(), Optional.of("4000"), 0),
                        List.of(Path.of("/tmp/a"), Path.of("/tmp/b"))),
                CommandLine.of(
                        "--config-file=/tmp/a",
                        "--config-test",
                        "--config-file",
                        "/tmp/b",
                        "-p",
                        "4000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-?"})
    void helpNamesEveryOptionAndSetting(String option) {
        Answer answer = assertInstanceOf(Answer.class, CommandLine.of(option));

        assertEquals(ExitStatus.OK, answer.status());
        for (String expected :
                List.of("--logfile", "--port", "--verbose", "--version", "PCMK_remote_port")) {
            assertTrue(answer.text().contains(expected), expected);
        }
        Settings.ALL.forEach(
                setting -> assertTrue(answer.text().contains(setting.name()), setting.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-$"})
    void tellsItsVersion(String option) {
        Answer answer = assertInstanceOf(Answer.class, CommandLine.of(option));

        assertEquals(ExitStatus.OK, answer.status());
        assertTrue(answer.text().startsWith("Remote Node "), answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bogus", "-p", "-l", "--config-file=x"})
    void complainsOfWhatItDoesNotUnderstand(String option) {
        Answer answer = assertInstanceOf(Answer.class, CommandLine.of(option));

        assertEquals(64, answer.status().code());
        assertTrue(answer.text().contains(option.replace("=x", "")), answer.text());
    }
}
