package io.fluxj.git.jgit;

import io.fluxj.archive.FolderRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A bare repository in a folder of its own that goes with it: objects lie on disk, so that large ones do not fill the heap. */
record ScratchRepository(Repository repository, Path folder) implements AutoCloseable {
    /**
     * Creates one that takes in no more than it is allowed to.
     *
     * @param parent existing folder
     */
    static ScratchRepository create(Path parent, Guard guard) throws IOException {
        HermeticSystemReader.install();
        Path folder = Files.createTempDirectory(parent, "git-");
        Repository repository = new Guarded(folder, guard);
        repository.create(true);
        return new ScratchRepository(repository, folder);
    }

    /** JGit asks the repository for what writes objects. */
    private static final class Guarded extends FileRepository {
        private final Guard guard;

        Guarded(Path folder, Guard guard) throws IOException {
            super(new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .setup());
            this.guard = guard;
        }

        @Override
        public ObjectInserter newObjectInserter() {
            return new GuardedInserter(super.newObjectInserter(), guard);
        }
    }

    @Override
    public void close() throws IOException {
        repository.close();
        FolderRemoval.remove(folder);
    }
}
