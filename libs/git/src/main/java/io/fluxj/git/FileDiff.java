package io.fluxj.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** How the text of a file changes. */
public final class FileDiff {
    private final String path;
    private final RawText before;
    private final RawText after;

    /** Between two contents of the file at a path. */
    public FileDiff(String path, byte[] before, byte[] after) {
        this.path = path;
        this.before = new RawText(before);
        this.after = new RawText(after);
    }

    /**
     * In the unified form of {@code git diff}.
     *
     * @param context how many lines are shown around each change
     */
    public String unified(int context) {
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(text)) {
            formatter.setContext(context);
            formatter.format(edits, before, after);
            formatter.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("into memory", impossible);
        }
        return "--- a/" + path + "\n+++ b/" + path + "\n" + text.toString(StandardCharsets.UTF_8);
    }
}
