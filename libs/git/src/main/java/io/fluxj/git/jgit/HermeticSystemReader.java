package io.fluxj.git.jgit;

import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit sees of the machine: no configuration files and no Git variables of the environment, so that a result depends
 * on the remote and the request alone. Files that JGit would store its measurements in are never written.
 */
public final class HermeticSystemReader extends SystemReader.Delegate {
    private static final Set<String> HIDDEN =
            Set.of("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "SSH_AUTH_SOCK", "SSH_ASKPASS");

    private HermeticSystemReader(SystemReader machine) {
        super(machine);
    }

    /** Makes JGit in this process hermetic. JGit keeps its one reader in a static field; setting it again changes nothing. */
    public static void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof HermeticSystemReader)) {
            SystemReader.setInstance(new HermeticSystemReader(current));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") || HIDDEN.contains(variable) ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    /** A configuration without a file: always empty, never stale, never saved. */
    private static final class NoConfig extends FileBasedConfig {
        NoConfig(@Nullable Config parent, FS fs) {
            super(parent, Path.of("no-git-config").toFile(), fs);
        }

        @Override
        public void load() {
            // there is no file to load
        }

        @Override
        public void save() {
            // measurements live as long as the process
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
