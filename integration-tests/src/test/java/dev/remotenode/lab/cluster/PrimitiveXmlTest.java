package dev.remotenode.lab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrimitiveXmlTest {
    @Test
    void writesParametersAndOperations() {
        Primitive pump =
                Primitive.of("pump", "ocf:pacemaker:Dummy")
                        .withParameter("fake", "a < \"b\"")
                        .monitoredEvery(Duration.ofMillis(1500));

        assertEquals(
                """
                <primitive id="pump" class="ocf" provider="pacemaker" type="Dummy">\
                <instance_attributes id="pump-parameters">\
                <nvpair id="pump-parameter-fake" name="fake" value="a &lt; &quot;b&quot;"></nvpair>\
                </instance_attributes>\
                <operations>\
                <op id="pump-monitor-1500" name="monitor" interval="1500ms" timeout="20000ms"></op>\
                </operations></primitive>\
                """,
                PrimitiveXml.of(pump));
    }

    @Test
    void writesWhatTheClusterShallKnow() {
        Primitive guest = Primitive.of("vm", "lsb:vm").withMeta("remote-node", "guest");

        assertEquals(
                """
                <primitive id="vm" class="lsb" type="vm">\
                <meta_attributes id="vm-metas">\
                <nvpair id="vm-meta-remote-node" name="remote-node" value="guest"></nvpair>\
                </meta_attributes>\
                <operations></operations></primitive>\
                """,
                PrimitiveXml.of(guest));
    }

    @Test
    void writesWhatAnOperationIsToldBeside() {
        Primitive pump =
                Primitive.of("pump", "lsb:pump")
                        .with(
                                new Primitive.Action(
                                        "monitor",
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(5),
                                        Map.of("on-fail", "fence")));

        assertEquals(
                """
                <primitive id="pump" class="lsb" type="pump"><operations>\
                <op id="pump-monitor-1000" name="monitor" interval="1000ms" timeout="5000ms"\
                 on-fail="fence"></op>\
                </operations></primitive>\
                """,
                PrimitiveXml.of(pump));
    }

    @Test
    void wantsTheWholeNameOfAnAgent() {
        Primitive incomplete = Primitive.of("pump", "Dummy");

        assertThrows(IllegalArgumentException.class, () -> PrimitiveXml.of(incomplete));
    }
}
