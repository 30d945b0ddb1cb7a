package dev.remotenode.ocf.systemd;

import java.util.List;
import java.util.Map;

/** Describes a unit as if it were a resource agent. */
final class UnitMetadata {

    private static final List<String> ACTIONS =
            List.of(
                    "name=\"start\" timeout=\"100\"",
                    "name=\"stop\" timeout=\"100\"",
                    "name=\"status\" timeout=\"100\"",
                    "name=\"monitor\" timeout=\"100\" interval=\"60\"",
                    "name=\"meta-data\" timeout=\"5\"");

    private static final Map<Integer, String> ENTITIES =
            Map.of((int) '<', "&lt;", (int) '>', "&gt;", (int) '&', "&amp;", (int) '"', "&quot;");

    private UnitMetadata() {}

    static String of(UnitName unit, String description) {
        StringBuilder actions = new StringBuilder();
        ACTIONS.forEach(action -> actions.append("    <action ").append(action).append("/>\n"));
        return """
        <?xml version="1.0"?>
        <!DOCTYPE resource-agent SYSTEM "ra-api-1.dtd">
        <resource-agent name="%s" version="1.0">
          <version>1.1</version>
          <longdesc lang="en">%s</longdesc>
          <shortdesc lang="en">systemd unit %s</shortdesc>
          <parameters/>
          <actions>
        %s  </actions>
        </resource-agent>
        """
                .formatted(
                        escaped(unit.text()), escaped(description), escaped(unit.text()), actions);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .map(c -> isOfXml(c) ? c : '?')
                .forEach(c -> escaped.append(ENTITIES.getOrDefault(c, Character.toString(c))));
        return escaped.toString();
    }

    /** Whether XML can say it: a unit may call and describe itself as it likes. */
    private static boolean isOfXml(int c) {
        return (c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                || c == '\t'
                || c == '\n'
                || c == '\r';
    }
}
