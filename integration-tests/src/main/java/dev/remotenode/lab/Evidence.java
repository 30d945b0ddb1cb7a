package dev.remotenode.lab;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that explains a failure afterwards: the logs of every host, and what its tools say now.
 *
 * @param folder where it is put, in a folder per occasion and host
 */
public record Evidence(Path folder) {
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
