package dev.remotenode.lrmd.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarriedElementTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                " <a b='1' c=\"&lt;&#10;\"><d>text &amp; more</d><!-- note --><![CDATA[<x>]]></a>\n",
                "<\u00e9l\u00e9ment/>",
            })
    void takesOneWellFormedElement(String xml) throws XmlException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                xml, new String(CarriedElement.verified(bytes).toBytes(), StandardCharsets.UTF_8));
    }

    /** What a local user may try, to get out of the envelope or to confuse its reader. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a/><b/>",
                "<a/>text",
                "</lrmd_ipc_msg><forged/><lrmd_ipc_msg>",
                "<a></lrmd_ipc_msg></lrmd_ipc_proxy><lrmd_ipc_proxy><lrmd_ipc_msg></a>",
                "<a></b></a>",
                "<a",
                "<a b='1' b='2'/>",
                "<a b='<'/>",
                "<a b='&lol;'/>",
                "<a>&lol;</a>",
                "<a>&</a>",
                "<a>]]></a>",
                "<a><!-- -- --></a>",
                "<a><!-- </a>",
                "<a><?php ?></a>",
                "<?xml version='1.0'?><a/>",
                "<!DOCTYPE a [<!ENTITY lol 'x'>]><a/>",
                "<a><!DOCTYPE b></a>",
                "<a>\u0001</a>",
                "<a>\u0000</a>",
                "<a><![CDATA[\u0007]]></a>",
                "<a>\uffff</a>",
                "<a b='&#+10;'/>",
                "<a\u00d7/>",
                "<a b\u2044='1'/>",
                "<a:b:c/>",
                "<:a/>",
            })
    void refusesEverythingElse(String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        assertThrows(XmlException.class, () -> CarriedElement.verified(bytes));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] overlong = {'<', 'a', '>', (byte) 0xC0, (byte) 0xBC, '<', '/', 'a', '>'};
        assertThrows(XmlException.class, () -> CarriedElement.verified(overlong));
    }

    @Test
    void refusesWhatTheReaderAtTheOtherEndFindsTooDeep() throws XmlException {
        CarriedElement.verified(nested(254));
        assertThrows(XmlException.class, () -> CarriedElement.verified(nested(255)));
    }

    @Test
    void isWrittenAsItIs() throws XmlException {
        byte[] content = "<cib  x='1' ><!-- kept --></cib>".getBytes(StandardCharsets.UTF_8);
        Element envelope = Element.named("m").carrying(CarriedElement.verified(content)).build();
        ByteBuf out = Unpooled.buffer();
        XmlWriter.write(envelope, out);
        assertEquals(
                "<m><cib  x='1' ><!-- kept --></cib></m>", out.toString(StandardCharsets.UTF_8));
        assertEquals(envelope, XmlReader.read(out, Tolerance.STRICT, Bounds.ORDINARY, "m"));
    }

    private static byte[] nested(int depth) {
        return ("<a>".repeat(depth) + "</a>".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }
}
