package dev.remotenode.lab.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AddressBookTest {
    private final AddressBook addresses = new AddressBook();

    @Test
    void givesEverybodyAnAddress() {
        assertEquals("10.77.0.1", addresses.assign("node1"));
        assertEquals("10.77.0.2", addresses.assign("lxc1"));
        assertEquals(
                """
                127.0.0.1 localhost
                10.77.0.1 node1
                10.77.0.2 lxc1
                """,
                addresses.hostsFile());
    }

    @Test
    void givesNobodyTwo() {
        addresses.assign("node1");

        assertThrows(LabException.class, () -> addresses.assign("node1"));
    }
}
