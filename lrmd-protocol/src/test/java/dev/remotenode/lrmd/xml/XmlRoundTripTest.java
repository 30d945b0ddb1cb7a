package dev.remotenode.lrmd.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class XmlRoundTripTest {

    @Property
    void whatIsWrittenIsReadBack(@ForAll("values") Map<String, String> attributes)
            throws XmlException {
        Element element =
                Element.named("root")
                        .with(attributes)
                        .with(Element.named("child").with(attributes).build())
                        .build();
        assertEquals(element, XmlReader.read(written(element), Tolerance.STRICT));
    }

    @Property
    void whatIsWrittenIsReadBackLeniently(@ForAll("values") Map<String, String> attributes)
            throws XmlException {
        Element element = Element.named("root").with(attributes).build();
        assertEquals(element, XmlReader.read(written(element), Tolerance.DAMAGED_VALUES));
    }

    @Test
    void escapesAsPacemaker3Does() {
        Element element = Element.named("a").with("v", "<>&\"'\n\t\r\u007f\u00e9").build();
        assertEquals(
                "<a v=\"&lt;&gt;&amp;&quot;'&#x0A;&#x09;&#x0D;&#x7F;\u00e9\"/>",
                new String(written(element), StandardCharsets.UTF_8));
    }

    /** A peer drops the whole message for one such character. */
    @Test
    void replacesWhatXmlForbids() {
        Element element = Element.named("a").with("v", "\u0000\u001b[1m\ud800\uffff.").build();
        assertEquals("<a v=\"??[1m??.\"/>", new String(written(element), StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<Map<String, String>> values() {
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> values =
                Arbitraries.strings()
                        .withChars("<>&\"'=/ \n\t\r;#x")
                        .withCharRange('a', 'f')
                        .withCharRange('\u00e0', '\u0120')
                        .withCharRange('\u4e00', '\u4e20')
                        .ofMaxLength(40);
        return Arbitraries.maps(names, values).ofMaxSize(6);
    }

    private static byte[] written(Element element) {
        ByteBuf out = Unpooled.buffer();
        XmlWriter.write(element, out);
        return ByteBufUtil.getBytes(out);
    }
}
