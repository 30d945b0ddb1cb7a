package dev.remotenode.lrmd.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remotenode.lrmd.xml.Element;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    @Test
    void readsDamagedValues() throws MalformedMessageException {
        assertEquals("1\"2", read("<a v=\"1\"2\"/>").attribute("v").orElseThrow());
    }

    @Test
    void triesOnceMoreWhatMayBeDamaged() {
        assertEquals(1, readAgain("<a v=\"1\"2\">"));
    }

    @Test
    void triesNotAgainWhatIsTooMuch() {
        assertEquals(0, readAgain("<a>" + "<b/>".repeat(50_000) + "</a>"));
        assertEquals(0, readAgain("<a>".repeat(257) + "</a>".repeat(257)));
    }

    /** How often another attempt failed. */
    private static int readAgain(String document) {
        Throwable cause =
                assertThrows(MalformedMessageException.class, () -> read(document)).getCause();
        return cause == null ? -1 : cause.getSuppressed().length;
    }

    private static Element read(String document) throws MalformedMessageException {
        return Documents.read(Unpooled.copiedBuffer(document, StandardCharsets.UTF_8));
    }
}
