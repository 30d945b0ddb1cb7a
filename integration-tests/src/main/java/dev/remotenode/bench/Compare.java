package dev.remotenode.bench;

import dev.remotenode.bench.result.Comparison;
import dev.remotenode.bench.result.OtherMachineException;
import dev.remotenode.bench.result.RunFile;
import java.io.IOException;
import java.nio.file.Path;

/** Compares two runs of the bench, the earlier one first: their files with all samples. */
public final class Compare {
    private Compare() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            fail("Which two? Name the results.json of an earlier run, and that of a later one.");
        }
        try {
            System.out.print(
                    Comparison.of(
                                    RunFile.read(Path.of(arguments[0])),
                                    RunFile.read(Path.of(arguments[1])))
                            .markdown());
        } catch (OtherMachineException | IOException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(1);
    }
}
