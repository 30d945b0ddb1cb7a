package dev.remotenode.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A part of a page in Markdown, from its heading to the next one. */
record PageSection(String text) {
    /** Fences stand alone in their lines, and may be indented, as in lists. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^\\1```$");

    /** The part below a heading of the second level. */
    static PageSection of(Path page, String heading) {
        try {
            String text = Files.readString(page);
            String start = "\n## " + heading + "\n";
            int from = text.indexOf(start);
            if (from < 0) {
                throw new IllegalArgumentException(page + " has no part " + heading);
            }
            int end = text.indexOf("\n## ", from + start.length());
            return new PageSection(text.substring(from, end < 0 ? text.length() : end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contents of the code blocks in a language, which may be empty, without indentation. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(2).equals(language))
                .map(PageSection::content)
                .toList();
    }

    private static String content(MatchResult block) {
        return block.group(3).replaceAll("(?m)^" + block.group(1), "");
    }
}
