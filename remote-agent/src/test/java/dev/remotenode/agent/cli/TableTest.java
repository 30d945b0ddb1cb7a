package dev.remotenode.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table();
        assertTrue(table.isEmpty());
        table.row("a", "", "end");
        table.row(text -> "<" + text + ">", "longer", "b", "");

        assertEquals(List.of("  a          end", "<  longer  b>"), table.lines("  "));
    }
}
