package io.fluxj.automation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A bare repository on disk, filled and read by tests. */
public record BareRepository(Repository repository) implements AutoCloseable {
    private static final PersonIdent INIT =
            new PersonIdent("Init", "init@example.com", Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    public static BareRepository create(Path folder) throws IOException {
        Repository repository =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        repository.create(true);
        return new BareRepository(repository);
    }

    public static BareRepository open(Path folder) throws IOException {
        return new BareRepository(
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build());
    }

    /** A commit of the test's own with these files alone, upon another; answers its hash. */
    public ObjectId commit(String ref, JsonNode files, String message, ObjectId... parents) throws IOException {
        return commit(INIT, ref, files, message, parents);
    }

    /** A commit by somebody with these files alone, upon another; answers its hash. */
    public ObjectId commit(PersonIdent who, String ref, JsonNode files, String message, ObjectId... parents)
            throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(files, inserter));
            commit.setParentIds(parents);
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage(message);
            ObjectId made = inserter.insert(commit);
            inserter.flush();
            point(ref, made);
            return made;
        }
    }

    public void point(String ref, ObjectId commit) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(commit);
        update.setForceUpdate(true);
        RefUpdate.Result _ = update.update();
    }

    private static ObjectId tree(JsonNode files, ObjectInserter inserter) throws IOException {
        DirCache cache = DirCache.newInCore();
        DirCacheBuilder builder = cache.builder();
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(mode(file.getValue()));
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, content(file.getValue())));
            builder.add(entry);
        }
        builder.finish();
        return cache.writeTree(inserter);
    }

    private static FileMode mode(JsonNode file) {
        if (file.has("symlink")) {
            return FileMode.SYMLINK;
        }
        return file.path("executable").asBoolean() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE;
    }

    /** As recordings write it: text, {@code base64}, {@code symlink}, {@code content}. */
    public static byte[] content(JsonNode file) {
        if (file.isTextual()) {
            return file.asText().getBytes(StandardCharsets.UTF_8);
        }
        if (file.has("base64")) {
            return Base64.getDecoder().decode(file.path("base64").asText());
        }
        return file.path(file.has("symlink") ? "symlink" : "content").asText().getBytes(StandardCharsets.UTF_8);
    }

    /** The files of a commit as text. */
    public Map<String, String> files(ObjectId commit) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(walk.parseCommit(commit).getTree());
            tree.setRecursive(true);
            while (tree.next()) {
                files.put(
                        tree.getPathString(),
                        new String(repository.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    public RevCommit commit(ObjectId id) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(id);
            walk.parseBody(commit);
            return commit;
        }
    }

    /** The commits of a branch, the newest first. */
    public List<ObjectId> history(ObjectId head) throws IOException {
        List<ObjectId> history = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(head));
            walk.forEach(commit -> history.add(commit.getId()));
        }
        return history;
    }

    public Map<String, ObjectId> refs() throws IOException {
        Map<String, ObjectId> refs = new TreeMap<>();
        repository.getRefDatabase().getRefs().stream()
                .filter(ref -> ref.getName().startsWith("refs/") && ref.getObjectId() != null)
                .forEach(ref -> refs.put(ref.getName(), ref.getObjectId()));
        return refs;
    }

    @Override
    public void close() {
        repository.close();
    }
}
