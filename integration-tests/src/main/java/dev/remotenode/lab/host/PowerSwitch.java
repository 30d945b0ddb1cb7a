package dev.remotenode.lab.host;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A switch that cuts hosts off their power, which any host of the lab can operate: by the fence
 * agent {@value #AGENT}. It is as thorough as a real one, and as final: nothing switches a host on
 * again.
 */
public final class PowerSwitch implements AutoCloseable {
    /** The name of the fence agent; it takes the name of the host as {@code port}. */
    public static final String AGENT = "fence_switch";

    private static final String PLACE = "/usr/sbin/" + AGENT;
    private static final String END = "";

    private final Lab lab;
    private final RandomAccessFile orders;
    private final Thread electrician;

    private PowerSwitch(Lab lab, RandomAccessFile orders) {
        this.lab = lab;
        this.orders = orders;
        this.electrician = Thread.ofPlatform().daemon().name("power switch").unstarted(this::obey);
    }

    /** Connects all hosts that a lab has by now. */
    public static PowerSwitch install(Lab lab) {
        String agent = Script.beside(PowerSwitch.class, AGENT);
        for (Host host : lab.hosts()) {
            host.write(PLACE, agent);
            host.run("chmod", "755", PLACE);
        }
        Path pipe = lab.shared().resolve("power-orders");
        lab.hosts().getFirst().run("mkfifo", Host.SHARED + "/power-orders");
        try {
            // In both directions, so that there always is a writer.
            var power = new PowerSwitch(lab, new RandomAccessFile(pipe.toFile(), "rw"));
            power.electrician.start();
            return power;
        } catch (IOException e) {
            throw new LabException("cannot open " + pipe, e);
        }
    }

    private void obey() {
        try {
            for (String name = next(); !name.equals(END); name = next()) {
                switchOff(name);
            }
        } catch (IOException e) {
            throw new LabException("the power switch is out of order", e);
        }
    }

    private String next() throws IOException {
        String line = orders.readLine();
        return line == null ? END : line;
    }

    private void switchOff(String name) throws IOException {
        for (Host host : lab.hosts()) {
            if (host.name().equals(name)) {
                host.close();
                // For the agent, who waits for it.
                Files.createFile(lab.shared().resolve(name + ".is-off"));
            }
        }
    }

    @Override
    public void close() {
        try (orders) {
            orders.writeBytes(END + "\n");
            electrician.join();
        } catch (IOException e) {
            throw new LabException("cannot remove the power switch", e);
        } catch (InterruptedException e) {
            throw LabException.interrupted("removing the power switch", e);
        }
    }
}
