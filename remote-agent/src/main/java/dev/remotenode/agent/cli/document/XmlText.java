package dev.remotenode.agent.cli.document;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.ElementBuilder;
import dev.remotenode.lrmd.xml.XmlWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Items as XML. */
public final class XmlText {
    private XmlText() {}

    public static String of(Item item) {
        ByteBuf buffer = Unpooled.buffer();
        XmlWriter.write(element(item), buffer);
        return "<?xml version=\"1.0\"?>\n" + buffer.toString(StandardCharsets.UTF_8);
    }

    private static Element element(Item item) {
        ElementBuilder element = Element.named(item.name());
        item.fields().forEach((name, value) -> element.with(name, String.valueOf(value)));
        item.parts().values().forEach(part -> element.with(element(part)));
        item.lists()
                .forEach((name, items) ->
                        element.with(
                                Element.named(name)
                                        .with(items.stream().map(XmlText::element).toList())
                                        .build()));
        return element.build();
    }
}
