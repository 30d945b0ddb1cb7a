package dev.remotenode.agent.cli.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemTest {
    private static final Item ITEM =
            Item.named("thing")
                    .with("text", "a \"b\" <c> \\ \n\u0001\u00e9")
                    .with("number", 12)
                    .with("decimal", 0.5)
                    .with("yes", true)
                    .with("none", List.of())
                    .with("many", List.of(part(1), part(2)))
                    .with(Item.named("single").with("state", "new").build())
                    .build();

    @Test
    void isJson() {
        assertEquals(
                "{\"text\":\"a \\\"b\\\" <c> \\\\ \\n\\u0001\u00e9\",\"number\":12,\"decimal\":0.5,"
                        + "\"yes\":true,\"single\":{\"state\":\"new\"},\"none\":[],"
                        + "\"many\":[{\"id\":1},{\"id\":2}]}",
                JsonText.of(ITEM));
    }

    @Test
    void isXml() {
        assertEquals(
                "<?xml version=\"1.0\"?>\n<thing text=\"a &quot;b&quot; &lt;c&gt; \\ &#x0A;?\u00e9\""
                        + " number=\"12\" decimal=\"0.5\" yes=\"true\"><single state=\"new\"/>"
                        + "<none/><many><part id=\"1\"/><part id=\"2\"/></many></thing>",
                XmlText.of(ITEM));
    }

    private static Item part(int id) {
        return Item.named("part").with("id", id).build();
    }
}
