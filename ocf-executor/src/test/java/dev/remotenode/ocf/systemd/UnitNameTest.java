package dev.remotenode.ocf.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNameTest {

    @ParameterizedTest
    @CsvSource({
        "nginx, nginx.service",
        "nginx.service, nginx.service",
        "backup.timer, backup.timer",
        "srv-data.mount, srv-data.mount",
        "org.example, org.example.service",
        "vpn@, vpn@pacemaker.service",
        "vpn@.service, vpn@pacemaker.service",
        "vpn@office, vpn@office.service"
    })
    void completesTheNameOfAResourceType(String type, String unit) {
        assertEquals(unit, UnitName.ofType(type).text());
    }
}
