package dev.remotenode.agent.cli.check;

import java.util.List;

/** Looks at one thing that the daemon needs. */
interface Check {

    /** What is to be said of it, in the order of reading; changes nothing. */
    List<Observation> look(Surroundings surroundings);
}
