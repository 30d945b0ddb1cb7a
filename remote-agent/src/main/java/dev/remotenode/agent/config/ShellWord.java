package dev.remotenode.agent.config;

/**
 * One word as a POSIX shell reads it, up to the end of its line: quotes and backslashes count,
 * expansions do not. Behind it there may be a comment.
 */
final class ShellWord {

    private static final String ESCAPED_IN_QUOTES = "$`\"\\";

    private final String line;
    private final StringBuilder word = new StringBuilder();
    private int position;

    private ShellWord(String line) {
        this.line = line;
    }

    /**
     * Reads the word at the beginning of a text; there may be none, which is an empty one.
     *
     * @throws InvalidValueException if the text has more than a word, or no end of a quotation
     */
    static String read(String text) throws InvalidValueException {
        ShellWord reader = new ShellWord(text);
        reader.readWord();
        reader.expectEnd();
        return reader.word.toString();
    }

    private void readWord() throws InvalidValueException {
        while (position < line.length() && !isBlank(line.charAt(position))) {
            char next = line.charAt(position);
            position++;
            switch (next) {
                case '\'' -> quoted('\'');
                case '"' -> quoted('"');
                case '\\' -> word.append(escaped());
                default -> word.append(next);
            }
        }
    }

    private void quoted(char quote) throws InvalidValueException {
        while (position < line.length()) {
            char next = line.charAt(position);
            position++;
            if (next == quote) {
                return;
            }
            word.append(next == '\\' && quote == '"' ? escapedInQuotes() : next);
        }
        throw new InvalidValueException("a quotation has no end");
    }

    private char escapedInQuotes() {
        boolean escapes =
                position < line.length() && ESCAPED_IN_QUOTES.indexOf(line.charAt(position)) >= 0;
        return escapes ? line.charAt(position++) : '\\';
    }

    private char escaped() throws InvalidValueException {
        if (position == line.length()) {
            throw new InvalidValueException("nothing follows the backslash at the end");
        }
        return line.charAt(position++);
    }

    private void expectEnd() throws InvalidValueException {
        String rest = line.substring(position).strip();
        if (!rest.isEmpty() && !rest.startsWith("#")) {
            throw new InvalidValueException("there is more than one word");
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
