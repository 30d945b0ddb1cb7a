package dev.remotenode.agent.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"pacemaker-4.1.rng", "nvset.rng", "upgrade-3.10-2.xsl", "a_b..c.rng"})
    void mayBeCalled(String name) {
        assertTrue(SchemaFile.isName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                ".rng",
                ".hidden.rng",
                "../pacemaker-4.1.rng",
                "/etc/pacemaker-4.1.rng",
                "api/pacemaker-4.1.rng",
                "pacemaker-4.1.rng/",
                "pacemaker-4.1.rng\n",
                "pacemaker-4.1.rng\0",
                "pacemaker-4.1.rng\0.xsl",
                "pacemaker-4.1.RNG",
                "pacemaker-4.1",
                "authkey",
                "pcmk-init.env",
                "pacemaker 4.1.rng",
                "-pacemaker.rng",
                "päcemaker.rng",
                "..\\pacemaker.rng",
            })
    void mayNotBeCalled(String name) {
        assertFalse(SchemaFile.isName(name));
        assertThrows(IllegalArgumentException.class, () -> new SchemaFile(name, ""));
    }

    @Test
    void mayNotBeCalledWhatNoFolderCanHold() {
        assertFalse(SchemaFile.isName("x".repeat(300) + ".rng"));
    }

    @Test
    void tellsItsVersion() {
        assertEquals(
                Optional.of(new SchemaVersion(3, 10)), SchemaVersion.ofFile("pacemaker-3.10.rng"));
        assertEquals(Optional.empty(), SchemaVersion.ofFile("pacemaker-next.rng"));
        assertEquals(Optional.empty(), SchemaVersion.ofFile("pacemaker-3.10.rng.orig"));
        assertEquals(Optional.empty(), SchemaVersion.ofFile("my-pacemaker-3.10.rng"));
        assertTrue(new SchemaVersion(3, 10).compareTo(new SchemaVersion(3, 9)) > 0);
    }
}
