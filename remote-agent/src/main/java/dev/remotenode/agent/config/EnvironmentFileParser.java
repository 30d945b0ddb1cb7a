package dev.remotenode.agent.config;

import dev.remotenode.agent.config.EnvironmentFile.Assignment;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the text of an environment file apart as systemd does, character by character: quotes may
 * begin at the start of a value only, a quoted text may have several lines and may be followed by
 * another one, a backslash at the end of a line joins it with the next, and {@code #} is a comment
 * at the start of a line only.
 *
 * <p>Since systemd 254 a comment ends with its line; before, a backslash at its end made the next
 * line part of it.
 *
 * <p>For one text.
 */
final class EnvironmentFileParser {
    private static final String COMMENTS = "#;";

    /** What a backslash between double quotes takes the meaning from; others keep it. */
    private static final String ESCAPABLE = "\"\\`$";

    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Integer> linesWithoutAssignment = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder value = new StringBuilder();

    /** How much of the value stays when blanks are taken from its end. */
    private int solid;

    private Place place = Place.LINE_START;
    private int line = 1;
    private int startLine;

    private enum Place {
        LINE_START,
        COMMENT,
        NAME,
        VALUE_START,
        VALUE,
        VALUE_ESCAPE,
        SINGLE_QUOTES,
        DOUBLE_QUOTES,
        DOUBLE_QUOTES_ESCAPE
    }

    /** Reads the text; names are as they stand there, good or not. */
    List<Assignment> parse(String text) {
        text.chars()
                .forEach(character -> {
                    place = next((char) character);
                    if (character == '\n') {
                        line++;
                    }
                });
        switch (place) {
            case LINE_START, COMMENT -> {}
            case NAME -> linesWithoutAssignment.add(startLine);
            case VALUE_START,
                    VALUE,
                    VALUE_ESCAPE,
                    SINGLE_QUOTES,
                    DOUBLE_QUOTES,
                    DOUBLE_QUOTES_ESCAPE ->
                    finish();
        }
        return List.copyOf(assignments);
    }

    /** Numbers of lines that are neither assignment nor comment. */
    List<Integer> linesWithoutAssignment() {
        return List.copyOf(linesWithoutAssignment);
    }

    private Place next(char character) {
        return switch (place) {
            case LINE_START -> atLineStart(character);
            case COMMENT -> isLineEnd(character) ? Place.LINE_START : Place.COMMENT;
            case NAME -> inName(character);
            case VALUE_START -> atValueStart(character);
            case VALUE -> inValue(character);
            case VALUE_ESCAPE -> isLineEnd(character) ? Place.VALUE : keep(character, Place.VALUE);
            case SINGLE_QUOTES ->
                    character == '\'' ? Place.VALUE_START : keep(character, Place.SINGLE_QUOTES);
            case DOUBLE_QUOTES -> inDoubleQuotes(character);
            case DOUBLE_QUOTES_ESCAPE -> afterBackslashInQuotes(character);
        };
    }

    private Place atLineStart(char character) {
        if (COMMENTS.indexOf(character) >= 0) {
            return Place.COMMENT;
        }
        if (isBlank(character)) {
            return Place.LINE_START;
        }
        startLine = line;
        name.setLength(0);
        value.setLength(0);
        solid = 0;
        name.append(character);
        return Place.NAME;
    }

    private Place inName(char character) {
        if (isLineEnd(character)) {
            linesWithoutAssignment.add(startLine);
            return Place.LINE_START;
        }
        if (character == '=') {
            return Place.VALUE_START;
        }
        name.append(character);
        return Place.NAME;
    }

    private Place atValueStart(char character) {
        if (isLineEnd(character)) {
            return finish();
        }
        return switch (character) {
            case '\'' -> Place.SINGLE_QUOTES;
            case '"' -> Place.DOUBLE_QUOTES;
            case '\\' -> Place.VALUE_ESCAPE;
            default -> isBlank(character) ? Place.VALUE_START : keep(character, Place.VALUE);
        };
    }

    private Place inValue(char character) {
        if (isLineEnd(character)) {
            value.setLength(solid);
            return finish();
        }
        if (character == '\\') {
            return Place.VALUE_ESCAPE;
        }
        if (isBlank(character)) {
            value.append(character);
            return Place.VALUE;
        }
        return keep(character, Place.VALUE);
    }

    private Place inDoubleQuotes(char character) {
        return switch (character) {
            case '"' -> Place.VALUE_START;
            case '\\' -> Place.DOUBLE_QUOTES_ESCAPE;
            default -> keep(character, Place.DOUBLE_QUOTES);
        };
    }

    private Place afterBackslashInQuotes(char character) {
        if (character == '\n') {
            return Place.DOUBLE_QUOTES;
        }
        if (ESCAPABLE.indexOf(character) < 0) {
            value.append('\\');
        }
        return keep(character, Place.DOUBLE_QUOTES);
    }

    private Place keep(char character, Place next) {
        value.append(character);
        solid = value.length();
        return next;
    }

    private Place finish() {
        if (place == Place.VALUE) {
            value.setLength(solid);
        }
        assignments.add(new Assignment(name.toString().strip(), value.toString(), startLine));
        return Place.LINE_START;
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || isLineEnd(character);
    }
}
