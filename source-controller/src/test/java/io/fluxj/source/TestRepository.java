package io.fluxj.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;

/** A bare repository whose branch {@code main} is written object by object, so that a commit may hold what Git would refuse. */
public record TestRepository(Path folder) {
    public static TestRepository create(Path parent, String name) throws IOException {
        Path folder = parent.resolve(name);
        try (Repository repository = new FileRepository(folder.toFile())) {
            repository.create(true);
        }
        return new TestRepository(folder);
    }

    /** Makes these files, and no others, the head of {@code main}; the hash. */
    public String commit(Map<String, String> files) throws IOException {
        try (Repository repository = new FileRepository(folder.toFile());
                ObjectInserter objects = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(objects, files));
            PersonIdent author =
                    new PersonIdent("test", "test@example.com", Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage("write " + files.keySet());
            ObjectId id = objects.insert(commit);
            objects.flush();
            RefUpdate update = repository.updateRef("refs/heads/main");
            update.setNewObjectId(id);
            update.forceUpdate();
            return id.name();
        }
    }

    private static ObjectId tree(ObjectInserter objects, Map<String, String> files) throws IOException {
        TreeFormatter entries = new TreeFormatter();
        for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
            byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
            ObjectId blob = objects.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8));
            entries.append(name, 0, name.length, FileMode.REGULAR_FILE, blob, true);
        }
        return objects.insert(entries);
    }
}
