package dev.remotenode.agent.cli.document;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Items as JSON (RFC 8259), with the names of the XML; a list is an array of objects. */
public final class JsonText {
    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    public static String of(Item item) {
        JsonText json = new JsonText();
        json.object(item);
        return json.text.toString();
    }

    private void object(Item item) {
        text.append('{');
        boolean more = members(item.fields(), false, this::value);
        more = members(item.parts(), more, this::object);
        members(item.lists(), more, this::array);
        text.append('}');
    }

    private <T> boolean members(Map<String, T> members, boolean more, Consumer<T> writer) {
        boolean follows = more;
        for (Map.Entry<String, T> member : members.entrySet()) {
            if (follows) {
                text.append(',');
            }
            string(member.getKey());
            text.append(':');
            writer.accept(member.getValue());
            follows = true;
        }
        return follows;
    }

    private void array(List<Item> items) {
        text.append('[');
        Iterator<Item> rest = items.iterator();
        while (rest.hasNext()) {
            object(rest.next());
            if (rest.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    private void value(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    private void string(String value) {
        text.append('"');
        value.chars().forEach(this::character);
        text.append('"');
    }

    private void character(int character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            default -> {
                if (character < ' ' || character == 0x7F) {
                    text.append("\\u%04x".formatted(character));
                } else {
                    text.append((char) character);
                }
            }
        }
    }
}
