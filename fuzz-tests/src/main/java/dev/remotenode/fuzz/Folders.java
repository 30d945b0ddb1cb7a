package dev.remotenode.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where inputs are.
 *
 * @param module the folder of this module
 */
record Folders(Path module) {

    /** What is kept with the code: captures of real sessions, and what was found once. */
    Path seeds(Target target) {
        return module.resolve("seeds").resolve(target.title());
    }

    /** What earlier campaigns on this machine have found interesting. */
    Path corpus(Target target) throws IOException {
        return made("corpus", target);
    }

    /** Inputs for which a claim did not hold. */
    Path findings(Target target) throws IOException {
        return made("findings", target);
    }

    private Path made(String kind, Target target) throws IOException {
        return Files.createDirectories(
                module.resolve("target/fuzzing").resolve(kind).resolve(target.title()));
    }
}
