package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.LogSettings;
import dev.remotenode.agent.config.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sets up where log lines go. */
public final class Logging {
    private static final String DAEMON = "pacemaker-remoted";

    /** Held here, as the JDK forgets a logger with its level when nobody else holds it. */
    private static final Logger OWN = Logger.getLogger("dev.remotenode");

    private Logging() {}

    /**
     * Starts logging as the settings say. Call once, before anything is logged.
     *
     * @return one sentence for each target that cannot be used; logging goes on without it
     */
    public static List<String> start(LogSettings settings) {
        LogManager.getLogManager().reset();
        // Libraries explain themselves to their developers, not to those who run a cluster.
        Logger.getLogger("").setLevel(Level.WARNING);
        OWN.setLevel(Levels.level(settings.detail()));
        if (settings.standardError()) {
            add(line -> System.err.println(ShortFormat.format(line)), settings.detail());
        }
        return addFiles(settings);
    }

    private static List<String> addFiles(LogSettings settings) {
        List<String> problems = new ArrayList<>();
        DetailFormat format = new DetailFormat(DAEMON);
        for (Path path : settings.files()) {
            try {
                LogFile file = LogFile.open(path, settings.fileMode());
                add(line -> file.append(format.format(line)), settings.detail());
            } catch (IOException e) {
                problems.add("Logging to '" + path + "' is not possible: " + e.getMessage());
            }
        }
        return problems;
    }

    private static void add(LogTarget target, Severity threshold) {
        Handler handler = new TargetHandler(target);
        handler.setLevel(Levels.level(threshold));
        Logger.getLogger("").addHandler(handler);
    }
}
