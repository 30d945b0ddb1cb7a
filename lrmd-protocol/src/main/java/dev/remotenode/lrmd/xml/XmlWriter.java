package dev.remotenode.lrmd.xml;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/**
 * Writes {@link Element}s as UTF-8, without an XML declaration or line ends between elements.
 *
 * <p>Characters that XML forbids become {@code ?}: a peer would drop the whole message for one of
 * them. Not U+FFFD, because two adjacent bytes beyond ASCII end the escaping of Pacemaker 2.1.5
 * when it hands the text on.
 */
public final class XmlWriter {

    private XmlWriter() {}

    /** Appends an element to a buffer. */
    public static void write(Element element, ByteBuf out) {
        out.writeByte('<');
        ByteBufUtil.writeUtf8(out, element.name());
        element.attributes().forEach((name, value) -> writeAttribute(name, value, out));
        if (element.children().isEmpty() && element.carried().isEmpty()) {
            ByteBufUtil.writeAscii(out, "/>");
            return;
        }
        out.writeByte('>');
        for (Element child : element.children()) {
            write(child, out);
        }
        element.carried().ifPresent(carried -> carried.writeTo(out));
        ByteBufUtil.writeAscii(out, "</");
        ByteBufUtil.writeUtf8(out, element.name());
        out.writeByte('>');
    }

    private static void writeAttribute(String name, String value, ByteBuf out) {
        out.writeByte(' ');
        ByteBufUtil.writeUtf8(out, name);
        ByteBufUtil.writeAscii(out, "=\"");
        writeEscaped(value, out);
        out.writeByte('"');
    }

    private static void writeEscaped(String value, ByteBuf out) {
        int plainFrom = 0;
        int at = 0;
        while (at < value.length()) {
            int codePoint = value.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (needsEscape(codePoint)) {
                ByteBufUtil.writeUtf8(out, value, plainFrom, at);
                ByteBufUtil.writeAscii(out, escape(codePoint));
                plainFrom = next;
            }
            at = next;
        }
        ByteBufUtil.writeUtf8(out, value, plainFrom, value.length());
    }

    private static boolean needsEscape(int codePoint) {
        return codePoint < ' '
                || codePoint == '"'
                || codePoint == '&'
                || codePoint == '<'
                || codePoint == '>'
                || codePoint == 0x7F
                || (codePoint > 0xD7FF && !CharacterReference.isAllowed(codePoint));
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '"' -> "&quot;";
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\t' -> "&#x09;";
            case '\n' -> "&#x0A;";
            case '\r' -> "&#x0D;";
            case 0x7F -> "&#x7F;";
            default -> "?";
        };
    }
}
