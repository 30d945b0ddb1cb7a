package dev.remotenode.lab.host;

import java.io.IOException;
import java.nio.file.Path;

/** A program that opens a lab, prints the pid of its host's init, and waits to be killed. */
final class LabOpener {
    private LabOpener() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (Lab lab = Lab.open(folder, Path.of("/usr"))) {
            System.out.println(lab.addHost("host").pid());
            System.in.read();
        }
    }
}
