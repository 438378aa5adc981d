package io.fluxj.git.jgit;

import io.fluxj.git.NewCommit;
import io.fluxj.git.sign.SigningException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;

/**
 * Makes commits.
 *
 * @param parent the commit that they follow; zero for the first of a repository
 */
record CommitWriter(Repository repository, ObjectId parent) {
    ObjectId write(NewCommit commit) throws IOException, SigningException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder builder = new CommitBuilder();
            builder.setTreeId(tree(commit.files(), inserter));
            if (!isFirst()) {
                builder.setParentId(parent);
            }
            PersonIdent person =
                    new PersonIdent(commit.author().name(), commit.author().email(), commit.time(), ZoneOffset.UTC);
            builder.setAuthor(person);
            builder.setCommitter(person);
            builder.setEncoding(StandardCharsets.UTF_8);
            builder.setMessage(commit.message());
            if (commit.signer().isPresent()) {
                String signature = commit.signer().get().sign(builder.build());
                builder.setGpgSignature(new GpgSignature(signature.strip().getBytes(StandardCharsets.US_ASCII)));
            }
            ObjectId made = inserter.insert(builder);
            inserter.flush();
            return made;
        }
    }

    private boolean isFirst() {
        return parent.equals(ObjectId.zeroId());
    }

    /** The parent's files with the new contents; modes stay. */
    private ObjectId tree(Map<String, byte[]> files, ObjectInserter inserter) throws IOException {
        DirCache cache = DirCache.newInCore();
        if (!isFirst()) {
            DirCacheBuilder all = cache.builder();
            try (ObjectReader objects = repository.newObjectReader()) {
                all.addTree(new byte[0], DirCacheEntry.STAGE_0, objects, CommitTree.tree(repository, parent));
            }
            all.finish();
        }
        DirCacheEditor editor = cache.editor();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            editor.add(new Content(file.getKey(), inserter.insert(Constants.OBJ_BLOB, file.getValue())));
        }
        editor.finish();
        return cache.writeTree(inserter);
    }

    /** Gives a file another content, or makes it. */
    private static final class Content extends DirCacheEditor.PathEdit {
        private final ObjectId content;

        Content(String path, ObjectId content) {
            super(path);
            this.content = content;
        }

        @Override
        public void apply(DirCacheEntry entry) {
            if (entry.getRawMode() == 0) {
                entry.setFileMode(FileMode.REGULAR_FILE);
            }
            entry.setObjectId(content);
        }
    }
}
