package io.fluxj.kustomization.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/** The commits of a scenario, with the very ids that were recorded. */
final class Commits {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final InMemoryRepository repository = new InMemoryRepository(new DfsRepositoryDescription("scenario"));
    private final Map<String, String> files = new TreeMap<>();
    private @Nullable ObjectId head;
    private int count;

    /** Commits changed files; a null value removes one. */
    String commit(Map<String, @Nullable String> changes) {
        changes.forEach((path, content) -> {
            if (content == null) {
                files.remove(path);
            } else {
                files.put(path, content);
            }
        });
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            count++;
            CommitBuilder commit = new CommitBuilder();
            PersonIdent person = new PersonIdent("t", "t@t", EPOCH.plusSeconds(60L * count), ZoneOffset.UTC);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage("commit " + count + "\n");
            commit.setTreeId(tree(inserter));
            if (head != null) {
                commit.setParentId(head);
            }
            head = inserter.insert(commit);
            inserter.flush();
            return head.name();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Map<String, String> files() {
        return Map.copyOf(files);
    }

    private ObjectId tree(ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, content));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(inserter);
    }
}
