package dev.remotenode.lrmd.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    @Test
    void readsNestedElementsWithTheirAttributes() throws XmlException {
        Element root =
                strict(
                        "<?xml version='1.0'?><!-- c --><a x=\"1\" y='2'>\n <b/> <c z=\"\"><d/></c></a >\n");
        assertEquals("a", root.name());
        assertEquals(List.of("x", "y"), List.copyOf(root.attributes().keySet()));
        assertEquals(List.of("b", "c"), root.children().stream().map(Element::name).toList());
        assertEquals("d", root.children().get(1).children().getFirst().name());
        assertEquals("", root.children().get(1).attribute("z").orElseThrow());
    }

    @Test
    void skipsTextCommentsAndCdata() throws XmlException {
        Element root = strict("<a>text<!-- <x/> --><![CDATA[<y/>]]><b/>more</a>");
        assertEquals(List.of("b"), root.children().stream().map(Element::name).toList());
    }

    @ParameterizedTest
    @MethodSource("escapedValues")
    void unescapesValues(String written, String expected) throws XmlException {
        assertEquals(expected, strict("<a v=\"" + written + "\"/>").attribute("v").orElseThrow());
    }

    static Stream<Arguments> escapedValues() {
        return Stream.of(
                arguments("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"),
                arguments("&#65;&#x42;&#x1F600;", "AB\uD83D\uDE00"),
                arguments("a&#x0A;b&#9;c&#13;d", "a\nb\tc\rd"),
                arguments("h\u00e9llo", "h\u00e9llo"),
                arguments("it's", "it's"));
    }

    @Test
    void readsRawLineEndsInValuesAsBlanks() throws XmlException {
        assertEquals("a b c d", strict("<a v=\"a\nb\tc\rd\"/>").attribute("v").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a>",
                "<a",
                "<a/><b/>",
                "<a></b>",
                "<a x=1/>",
                "<a x='1' x='2'/>",
                "<a x='1'y='2'/>",
                "<a x='<'/>",
                "<a x='&'/>",
                "<a x='&nbsp;'/>",
                "<a x='&#1;'/>",
                "<a x='&#xD800;'/>",
                "<a x='&#x110000;'/>",
                "<a x='\u0001'/>",
                "<a x='",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a x='&e;'/>",
                "<a><!DOCTYPE b></a>",
                "<a><!-- </a>",
                "<a><![CDATA[</a>",
                "<1/>",
                "< a/>",
            })
    void refusesWhatIsNotWellFormed(String document) {
        XmlException failure = assertThrows(XmlException.class, () -> strict(document));
        assertFalse(failure.isBeyondBounds());
    }

    @Test
    void boundsTheDepth() throws XmlException {
        assertEquals("a", strict("<a>".repeat(256) + "</a>".repeat(256)).name());
        String document = "<a>".repeat(257) + "</a>".repeat(257);
        XmlException failure = assertThrows(XmlException.class, () -> strict(document));
        assertTrue(failure.isBeyondBounds());
    }

    @Test
    void boundsTheNumberOfNodes() {
        String document = "<a>" + "<b/>".repeat(50_000) + "</a>";
        XmlException failure = assertThrows(XmlException.class, () -> strict(document));
        assertTrue(String.valueOf(failure.getMessage()).contains("more than 50000"));
        assertTrue(failure.isBeyondBounds());
    }

    /** A long value, many short ones, a long name, and what is replaced by one character each. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a v='01234567890'/>",
                "<a u='01234' v='56789'/>",
                "<a v='01234'><b w='567'/></a>",
                "<abcdefghijklm/>",
                "<a v='&&&&&&&&&&&'/>",
                "<a v='<<<<<<<<<<<'/>",
            })
    void boundsNamesAndValuesTogether(String document) throws XmlException {
        Bounds bounds = new Bounds(9, 9, 12);
        assertEquals(
                Optional.of("012345678"),
                XmlReader.read(
                                utf8("<a v='012345678'> text that nobody needs </a>"),
                                Tolerance.DAMAGED_VALUES,
                                bounds,
                                "c")
                        .attribute("v"));
        XmlException failure =
                assertThrows(
                        XmlException.class,
                        () ->
                                XmlReader.read(
                                        utf8(document), Tolerance.DAMAGED_VALUES, bounds, "c"));
        assertTrue(failure.isBeyondBounds());
    }

    @Test
    void readsTheRootAloneOfWhatIsTooMuch() throws XmlException {
        ByteBuf document = utf8("<!-- c --><a x='1' y='2'><b>" + "<c/>".repeat(100_000));
        Element root = XmlReader.readRoot(document, Tolerance.STRICT, Bounds.REQUEST);
        assertEquals(Element.named("a").with("x", "1").with("y", "2").build(), root);
    }

    private static ByteBuf utf8(String document) {
        return Unpooled.copiedBuffer(document, StandardCharsets.UTF_8);
    }

    /** Pacemaker 2.1.5 stops escaping a value at the first two adjacent bytes beyond ASCII. */
    @ParameterizedTest
    @MethodSource("damagedValues")
    void readsDamagedValuesIfTold(String written, String expected) throws XmlException {
        String document = "<a v=\"" + written + "\" w=\"2\"><b/></a>";
        Element root =
                XmlReader.read(document.getBytes(StandardCharsets.UTF_8), Tolerance.DAMAGED_VALUES);
        assertEquals(expected, root.attribute("v").orElseThrow());
        assertEquals("2", root.attribute("w").orElseThrow());
        assertEquals(1, root.children().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a v=\"1\" w =\"2\"/>",
                "<a v=\"1\" w= '2' />",
                "<a v='1'\nw\t=\n'2'\n>\n</a>"
            })
    void readsSoundTagsTheSameIfTold(String document) throws XmlException {
        assertEquals(
                strict(document),
                XmlReader.read(
                        document.getBytes(StandardCharsets.UTF_8), Tolerance.DAMAGED_VALUES));
    }

    static Stream<Arguments> damagedValues() {
        return Stream.of(
                arguments("h\u00e9 \"x\" & y", "h\u00e9 \"x\" & y"),
                arguments("\u00e9 <tag> & </tag>", "\u00e9 <tag> & </tag>"),
                arguments("\u00e9 says \"a=1\" twice", "\u00e9 says \"a=1\" twice"),
                arguments("h\u00e9\nsecond", "h\u00e9\nsecond"),
                arguments("plain &amp; simple", "plain & simple"),
                arguments("&#x01;", "\u0001"));
    }

    /** A large message comes in pieces that end anywhere. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void readsADocumentInPieces(int size) throws XmlException {
        byte[] document =
                "<a x='h\u00e9 &lt;&#x1F600;' y=\"\"><b/><c><d/></b></c></c><!-- x --></a>"
                        .getBytes(StandardCharsets.UTF_8);
        CompositeByteBuf pieces = Unpooled.compositeBuffer(document.length);
        for (int from = 0; from < document.length; from += size) {
            int length = Math.min(size, document.length - from);
            pieces.addComponent(true, Unpooled.copiedBuffer(document, from, length));
        }

        Element whole =
                XmlReader.read(
                        Unpooled.wrappedBuffer(document),
                        Tolerance.DAMAGED_VALUES,
                        Bounds.ORDINARY,
                        "c");
        assertEquals("<d/></b></c>", carried(whole));
        Element read = XmlReader.read(pieces, Tolerance.DAMAGED_VALUES, Bounds.ORDINARY, "c");
        assertEquals(whole, read);
        assertEquals("<d/></b></c>", carried(read));
    }

    private static String carried(Element element) {
        byte[] bytes = element.child("c").orElseThrow().carried().orElseThrow().toBytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Element strict(String document) throws XmlException {
        return XmlReader.read(document.getBytes(StandardCharsets.UTF_8), Tolerance.STRICT);
    }
}
