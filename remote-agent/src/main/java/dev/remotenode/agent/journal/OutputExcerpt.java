package dev.remotenode.agent.journal;

/**
 * The end of what an agent wrote, where it usually says why it failed.
 *
 * @param cut how many characters are missing before
 */
record OutputExcerpt(String text, int cut) {

    static final int LIMIT = 4096;

    static OutputExcerpt of(String output) {
        int cut = Math.max(0, output.length() - LIMIT);
        if (cut > 0) {
            // The rest of a secret could not be told from other text.
            int line = output.indexOf('\n', cut);
            cut = line < 0 ? cut : line + 1;
        }
        return new OutputExcerpt(output.substring(cut), cut);
    }
}
