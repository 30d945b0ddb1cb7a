package dev.remotenode.bench.growth;

import dev.remotenode.bench.Subject;
import dev.remotenode.bench.Surroundings;
import dev.remotenode.lab.LabSettings;

/**
 * What an operation costs with ten resources and with five thousand, what a byte costs in a small
 * answer to a local tool and in a large one, and what two hundred daemons cost a machine; both
 * daemons, taking turns.
 */
public final class Growth {
    private static final String DAEMONS = "200";

    private Growth() {}

    /**
     * Prints tables.
     *
     * @param arguments how many daemons at once, by default {@value #DAEMONS}; none if 0
     */
    public static void main(String[] arguments) {
        int daemons = Integer.parseInt(arguments.length == 0 ? DAEMONS : arguments[0]);
        LabSettings ours = LabSettings.fromSystemProperties();
        LabSettings theirs = ours.withReferenceDaemon();
        System.out.println(Surroundings.describe());
        try (Subject us = new Subject(ours);
                Subject them = new Subject(theirs)) {
            System.out.println(new RegisteredResources(us, them).measure());
            System.out.println(new CarriedBytes(us, them).measure());
        }
        if (daemons > 0) {
            System.out.println(ManyDaemons.measure(daemons, ours, theirs));
        }
    }
}
