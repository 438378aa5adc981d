package io.fluxj.automation.update;

import io.fluxj.automation.setters.Change;
import io.fluxj.automation.setters.EditedFile;
import io.fluxj.automation.setters.FileEdit;
import io.fluxj.automation.setters.ObjectId;
import io.fluxj.automation.setters.Setters;
import io.fluxj.automation.setters.UnparsableFileException;
import io.fluxj.git.GitException;
import io.fluxj.git.GitWorkspace;
import io.fluxj.git.TreeFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets the marked values in the files of a repository. Belongs to one thread.
 *
 * <p>Looked at are files named {@code *.yaml}, {@code *.yml} or {@code Kustomization} below a path; links to files within the repository count as these. Source:
 * behaviour §6.
 */
public final class TreeUpdate {
    /** Larger files are no manifests. */
    private static final int LARGEST = 16 << 20;

    private final GitWorkspace workspace;
    private final Setters setters;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, Map<ObjectId, List<Change>>> changes = new TreeMap<>();
    private final Map<String, String> unparsable = new TreeMap<>();
    private final Map<String, EditedFile> edited = new LinkedHashMap<>();

    private TreeUpdate(GitWorkspace workspace, Setters setters) {
        this.workspace = workspace;
        this.setters = setters;
    }

    /**
     * What came of it.
     *
     * @param contents new contents by path; empty when nothing has to be changed
     * @param changes what was set
     * @param unparsable why files were left alone that have markers, by path
     */
    public record Result(Map<String, byte[]> contents, ChangeSet changes, Map<String, String> unparsable) {}

    /**
     * Changes nothing in the repository itself.
     *
     * @param path {@code spec.update.path}; empty for all
     * @throws PathNotFoundException when nothing lies there
     */
    public static Result of(GitWorkspace workspace, String path, Setters setters)
            throws GitException, PathNotFoundException, InterruptedException {
        TreeUpdate update = new TreeUpdate(workspace, setters);
        UpdatePath root = UpdatePath.resolve(new TreeFiles(workspace), path);
        for (UpdatePath.Found found : root.files()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("left while files were being changed");
            }
            update.edit(found);
        }
        return new Result(update.contents, new ChangeSet(update.changes), update.unparsable);
    }

    private void edit(UpdatePath.Found found) throws GitException {
        EditedFile known = edited.get(found.file().path());
        if (known == null) {
            known = read(found.file());
            edited.put(found.file().path(), known);
        }
        if (!known.changes().isEmpty()) {
            contents.put(found.file().path(), known.text().getBytes(StandardCharsets.UTF_8));
            changes.put(found.shown(), known.changes());
        }
    }

    private EditedFile read(TreeFile file) throws GitException {
        byte[] bytes = workspace.read(file);
        try {
            String text = bytes.length > LARGEST ? "" : text(bytes);
            return FileEdit.isMarked(text) ? FileEdit.edit(text, setters) : unchanged();
        } catch (CharacterCodingException foreign) {
            note(file, bytes, "it is no UTF-8");
        } catch (UnparsableFileException malformed) {
            unparsable.put(file.path(), String.valueOf(malformed.getMessage()));
        }
        return unchanged();
    }

    private void note(TreeFile file, byte[] bytes, String why) {
        if (FileEdit.isMarked(new String(bytes, StandardCharsets.ISO_8859_1))) {
            unparsable.put(file.path(), why);
        }
    }

    private static EditedFile unchanged() {
        return new EditedFile("", Map.of());
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
