package dev.remotenode.agent.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReplyTest {

    @Test
    void hasFilesOfSeveralSchemas() throws SchemaException {
        assertEquals(
                List.of(
                        new SchemaFile("pacemaker-4.1.rng", "<a b=\"1\">&amp;</a>\n"),
                        new SchemaFile("nodes-4.1.rng", "<é/>"),
                        new SchemaFile("upgrade-4.2.xsl", "")),
                files(
                        "<schema version='pacemaker-4.1'>"
                                + file("pacemaker-4.1.rng", "<a b=\"1\">&amp;</a>\n")
                                + file("nodes-4.1.rng", "<é/>")
                                + "</schema><schema version='pacemaker-4.2'>"
                                + file("upgrade-4.2.xsl", "")
                                + "</schema>"));
    }

    @Test
    void mayHaveNone() throws SchemaException {
        assertEquals(List.of(), files(""));
    }

    @Test
    void losesFilesWithNamesThatLeadElsewhere() throws SchemaException {
        assertEquals(
                List.of(new SchemaFile("nodes-4.1.rng", "good")),
                files(
                        "<schema version='pacemaker-4.1'>"
                                + file("../../../etc/cron.d/pacemaker-4.1.rng", "bad")
                                + file("/etc/pacemaker/authkey", "bad")
                                + file("", "bad")
                                + "<file><![CDATA[bad]]></file>"
                                + file("nodes-4.1.rng", "good")
                                + "</schema>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<nack status='71'/>",
                "<cib-reply cib_rc='-95'/>",
                "<cib-reply cib_rc='0'><file path='a.rng'>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><cib-reply cib_rc='0'/>",
                "<cib-reply cib_rc='0'><file path='a.rng'>&e;</file></cib-reply>",
                "<cib-reply cib_rc='0'><file path='a.rng'><b/></file></cib-reply>",
            })
    void isOfNoUse(String document) {
        assertThrows(
                SchemaException.class,
                () -> SchemaReply.files(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static String file(String path, String content) {
        return "<file path='" + path + "'><![CDATA[" + content + "]]></file>";
    }

    private static List<SchemaFile> files(String schemas) throws SchemaException {
        String document =
                "<cib-reply cib_op='cib_schemas' cib_callid='2' cib_rc='0'><cib_calldata><schemas>"
                        + schemas
                        + "</schemas></cib_calldata></cib-reply>";
        return SchemaReply.files(document.getBytes(StandardCharsets.UTF_8));
    }
}
