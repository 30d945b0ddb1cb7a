package dev.remotenode.agent.config;

import java.nio.file.Path;
import java.util.List;

/** What a command line comes to: options to run with, or an answer to print and be done. */
public sealed interface CommandLine {

    /** Run the daemon. */
    record Run(CommandLineOptions options) implements CommandLine {}

    /**
     * Show the configuration that the daemon would run with, and exit.
     *
     * @param files see {@link Inspection#of}
     */
    record PrintConfiguration(CommandLineOptions options, List<Path> files) implements CommandLine {
        /** Copies the list. */
        public PrintConfiguration {
            files = List.copyOf(files);
        }
    }

    /**
     * Say what is wrong with the configuration that the daemon would run with, and exit.
     *
     * @param files see {@link Inspection#of}
     */
    record TestConfiguration(CommandLineOptions options, List<Path> files) implements CommandLine {
        /** Copies the list. */
        public TestConfiguration {
            files = List.copyOf(files);
        }
    }

    /** Say something and exit. */
    record Answer(String text, ExitStatus status) implements CommandLine {
        /**
         * Prints the text, complaints to standard error.
         *
         * @return the process's exit status
         */
        public int give() {
            switch (status) {
                case OK -> System.out.println(text);
                case USAGE -> System.err.println(text);
            }
            return status.code();
        }
    }

    /** How a command line that does not start the daemon ends, in the numbers of sysexits.h. */
    enum ExitStatus {
        /** The question was answered. */
        OK(0),
        /** The command line made no sense. */
        USAGE(64);

        private final int code;

        ExitStatus(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** Reads the arguments as given to {@code main}; any thread. */
    static CommandLine of(String... arguments) {
        // The usual start has no arguments: it shall not pay for loading a parser.
        return arguments.length == 0
                ? new Run(CommandLineOptions.NONE)
                : CommandLineParser.parse(arguments);
    }
}
