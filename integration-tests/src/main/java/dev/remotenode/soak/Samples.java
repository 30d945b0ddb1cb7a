package dev.remotenode.soak;

import dev.remotenode.bench.DaemonProcess;
import dev.remotenode.bench.Footprint;
import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was measured of a daemon, at even intervals. For one thread. */
final class Samples {
    private final Host host;
    private final Map<Measure, List<Double>> values = new EnumMap<>(Measure.class);

    Samples(Host host) {
        this.host = host;
    }

    /** Measures. */
    void take() {
        Footprint footprint = Footprint.of(host);
        add(Measure.RESIDENT, footprint.resident());
        add(Measure.EXCLUSIVE, footprint.exclusive());
        add(Measure.DESCRIPTORS, footprint.descriptors());
        add(Measure.THREADS, count(DaemonProcess.folder(host).resolve("task")));
        add(Measure.SHARED_MEMORY, count(host.file("/dev/shm")));
        add(Measure.ZOMBIES, lastingZombies());
    }

    List<Growth> growth() {
        return values.entrySet().stream()
                .map(entry -> Growth.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void add(Measure measure, double value) {
        values.computeIfAbsent(measure, _ -> new ArrayList<>()).add(value);
    }

    /** Every process is one for a moment, until somebody has heard of its end. */
    private int lastingZombies() {
        List<String> first = zombies();
        if (first.isEmpty()) {
            return 0;
        }
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<String> second = zombies();
        return Math.toIntExact(first.stream().filter(second::contains).count());
    }

    private List<String> zombies() {
        return host.run("ps", "-e", "-o", "stat=,pid=")
                .lines()
                .filter(line -> line.startsWith("Z"))
                .toList();
    }

    private static int count(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return Math.toIntExact(files.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
