package dev.remotenode.lab;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that explains a failure afterwards: the logs of every host, and what its tools say now.
 *
 * @param folder where it is put, in a folder per occasion and host
 */
public record Evidence(Path folder) {
    private static final String LOG = "pacemaker/pacemaker.log";

    /** Also a daemon that is started again, which is but a notice of Pacemaker's. */
    private static final Pattern COMPLAINT =
            Pattern.compile("\\b(crit|error|warning): |Respawning");

    private static final int SHOWN = 12;

    private static final Map<String, Command> QUESTIONS =
            Map.of(
                    "crm_mon.txt", Command.of("crm_mon", "-1rotf"),
                    "cib.xml", Command.of("cibadmin", "--query"),
                    "processes.txt", Command.of("ps", "-eo", "pid,ppid,pgid,stat,lstart,args"),
                    "network.txt", Command.of("ip", "address"),
                    "sockets.txt", Command.of("ss", "-tnap"));

    /**
     * Collects the evidence, in place of that of an earlier run.
     *
     * @param occasion names the folder, for instance the failed test
     * @return the folder with it
     */
    public Path collect(Lab lab, String occasion) {
        Path target = folder.resolve(occasion);
        try {
            if (Files.exists(target)) {
                new FileTree(target).delete();
            }
            // What hosts share is too large for that.
            new FileTree(lab.folder()).copyTo(target, file -> !file.startsWith(lab.shared()));
            for (Host host : lab.hosts()) {
                for (var question : QUESTIONS.entrySet()) {
                    Path file = target.resolve(host.name()).resolve(question.getKey());
                    Files.writeString(file, answer(host, question.getValue()));
                }
            }
        } catch (IOException e) {
            throw new LabException("cannot collect evidence in " + target, e);
        }
        return target;
    }

    /**
     * Collects the evidence and says where it is, and what the hosts complained of last: the output
     * of a build may be all that is left to read.
     */
    public void show(Lab lab, String occasion) {
        Path target = collect(lab, occasion);
        System.out.printf("[lab] evidence in %s%n", target);
        for (Host host : lab.hosts()) {
            Path log = target.resolve(host.name()).resolve(LOG);
            complaintsOf(log).forEach(line -> System.out.printf("[lab]   %s%n", line));
        }
    }

    private static List<String> complaintsOf(Path log) {
        if (!Files.exists(log)) {
            return List.of();
        }
        // A host that was stopped in the middle of a character, or an agent, may have written it.
        try (Stream<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines()) {
            List<String> complaints = lines.filter(COMPLAINT.asPredicate()).toList();
            return complaints.subList(Math.max(0, complaints.size() - SHOWN), complaints.size());
        } catch (IOException e) {
            throw new LabException("cannot read " + log, e);
        }
    }

    /** A guest has no cluster to ask, a broken host may not answer: that is evidence too. */
    private static String answer(Host host, Command question) {
        try {
            CommandResult result = host.run(question);
            return result.output() + result.errors();
        } catch (LabException e) {
            return String.valueOf(e);
        }
    }
}
