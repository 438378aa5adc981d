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
import org.eclipse.jgit.lib.GpgSignature;
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
        return commit(files, Map.of());
    }

    /** Makes these files, and symbolic links with these targets, the head of {@code main}; the hash. */
    public String commit(Map<String, String> files, Map<String, String> links) throws IOException {
        return commit(files, links, builder -> {});
    }

    /** Signs commits. */
    public interface Signer {
        /** What stands in the commit's header, made of the commit without it. */
        String sign(byte[] commit) throws Exception;
    }

    /** As {@link #commit(Map)}, signed. */
    public String signed(Map<String, String> files, Signer signer) throws IOException {
        return commit(files, Map.of(), builder -> sign(builder, signer));
    }

    private static void sign(CommitBuilder commit, Signer signer) throws IOException {
        try {
            String signature = signer.sign(commit.build());
            commit.setGpgSignature(new GpgSignature(signature.strip().getBytes(StandardCharsets.US_ASCII)));
        } catch (Exception failed) {
            throw new IOException("cannot sign", failed);
        }
    }

    private interface Finish {
        void of(CommitBuilder commit) throws IOException;
    }

    private String commit(Map<String, String> files, Map<String, String> links, Finish finish) throws IOException {
        try (Repository repository = new FileRepository(folder.toFile());
                ObjectInserter objects = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(objects, files, links));
            PersonIdent author =
                    new PersonIdent("test", "test@example.com", Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage("write " + files.keySet());
            finish.of(commit);
            ObjectId id = objects.insert(commit);
            objects.flush();
            RefUpdate update = repository.updateRef("refs/heads/main");
            update.setNewObjectId(id);
            update.forceUpdate();
            return id.name();
        }
    }

    private static ObjectId tree(ObjectInserter objects, Map<String, String> files, Map<String, String> links)
            throws IOException {
        Map<String, String> all = new TreeMap<>(files);
        all.putAll(links);
        TreeFormatter entries = new TreeFormatter();
        for (Map.Entry<String, String> entry : all.entrySet()) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
            FileMode mode = links.containsKey(entry.getKey()) ? FileMode.SYMLINK : FileMode.REGULAR_FILE;
            ObjectId blob = objects.insert(Constants.OBJ_BLOB, entry.getValue().getBytes(StandardCharsets.UTF_8));
            entries.append(name, 0, name.length, mode, blob, true);
        }
        return objects.insert(entries);
    }
}
