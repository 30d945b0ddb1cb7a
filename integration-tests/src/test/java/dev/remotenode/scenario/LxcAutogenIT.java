package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.libvirt.LxcAutogen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code lxc-autogen} writes, and what it does not take. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LxcAutogenIT {
    private static final String FOLDER = "/var/lib/guests";
    private static final List<String> USUAL =
            List.of("--folder", FOLDER, "--daemon", Host.PROGRAMS + "/sbin/pacemaker-remoted");

    @TempDir private static Path folder;
    private static Lab lab;
    private static Host host;

    @BeforeAll
    static void open() {
        lab = Lab.open(folder, DaemonProgram.packaged().folder());
        host = lab.addHost("node1");
        host.run("ip", "link", "add", "br0", "type", "bridge");
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void makesAsManyGuestsAsAskedFor() {
        CommandResult result = generate("--guests", "2", "--first", "10.9.8.7/16", "--force");

        assertEquals("10.9.8.7 lxc1\n10.9.8.8 lxc2\n", result.outputOrFail());
        List<String> domain = read("lxc2.xml").lines().map(String::strip).toList();
        assertTrue(domain.contains("<name>lxc2</name>"), domain.toString());
        assertTrue(domain.contains("<source bridge='br0'/>"), domain.toString());
        assertTrue(domain.contains("<ip address='10.9.8.8' prefix='16'/>"), domain.toString());
        assertFalse(Files.exists(file("lxc3.xml")));
        assertTrue(Files.isDirectory(file("lxc2/run")));
    }

    @Test
    void takesNames() {
        assertEquals(
                "10.88.0.101 web-1\n10.88.0.102 web-2\n",
                generate("web-1", "web-2").outputOrFail());
    }

    @Test
    void replacesDomainsOnlyWhenTold() {
        generate("db").outputOrFail();
        host.write(FOLDER + "/db.xml", "changed by hand");

        CommandResult refusal = generate("other", "db");

        assertTrue(refusal.errors().contains("db.xml is there already; --force"), refusal.errors());
        assertEquals("changed by hand", read("db.xml"));
        assertFalse(Files.exists(file("other.xml")));
        generate("--force", "db").outputOrFail();
        assertTrue(read("db.xml").contains("<name>db</name>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--guests 0 | a number from 1 to 200",
                "--guests 08 | a number from 1 to 200",
                "--guests three | a number from 1 to 200",
                "--first 10.88.0.101 | an IPv4 address with a prefix length",
                "--first 10.88.0/24 | an IPv4 address with a prefix length",
                "--first 10.88.0.256/24 | an IPv4 address with a prefix length",
                "--first 10.88.0.1/33 | an IPv4 address with a prefix length",
                "--first 10.88.0.253/24 | 3 guests do not fit",
                "--bridge br7 | this host has no such bridge",
                "--bridge eth0 | this host has no such bridge",
                "--daemon /usr/sbin/no-daemon | there is no such program",
                "--folder guests | an absolute path",
                "--folder /var/lib/<guests> | an absolute path",
                "--guests | --guests needs a value",
                "--quick | there is no option --quick",
                "LXC1 | cannot be the name of a guest",
                "same same | a name of its own"
            })
    void saysWhatIsWrong(String arguments, String complaint) {
        CommandResult refusal = generate(arguments.split(" "));

        assertFalse(refusal.succeeded());
        assertTrue(refusal.errors().contains(complaint), refusal.errors());
        assertEquals("", refusal.output());
    }

    @Test
    void tellsItsOptions() {
        String help = generate("--help").outputOrFail();

        Stream.of("--guests", "--first", "--bridge", "--daemon", "--folder", "--force")
                .forEach(option -> assertTrue(help.contains(option + " "), help));
    }

    @Test
    void theStartOfAGuestDoesNothingElsewhere() {
        generate("--force", "apart").outputOrFail();
        host.write("/run/precious", "");

        assertFalse(host.run(Command.of(FOLDER + "/start")).succeeded());
        assertTrue(Files.exists(host.file("/run/precious")));
    }

    private static CommandResult generate(String... arguments) {
        return LxcAutogen.on(host)
                .run(
                        Stream.concat(USUAL.stream(), Arrays.stream(arguments))
                                .toArray(String[]::new));
    }

    private static Path file(String name) {
        return host.file(FOLDER + "/" + name);
    }

    private static String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
