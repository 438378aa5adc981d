package io.fluxj.kustomize;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A build failed because of its input. Says where (kustomization file and its field, input file and line, object), what is wrong, and what
 * to do about it. Whoever knows more of the place adds it with the {@code in…} methods; what is already known stays.
 *
 * <p>The message is one line, fit for a condition. It never holds values of Secrets.
 */
public final class BuildException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private @Nullable String hint;
    private @Nullable String kustomization;
    private @Nullable String field;
    private @Nullable String file;
    private int line;
    private @Nullable String object;
    private @Nullable String originKustomization;
    private @Nullable String originField;

    private BuildException(String what) {
        this.what = what;
    }

    private BuildException(BuildException other, @Nullable Throwable cause) {
        super(cause);
        what = other.what;
        hint = other.hint;
        kustomization = other.kustomization;
        field = other.field;
        file = other.file;
        line = other.line;
        object = other.object;
        originKustomization = other.originKustomization;
        originField = other.originField;
    }

    /** A failure of which only this is known yet. */
    public static BuildException because(String what) {
        return new BuildException(what);
    }

    private BuildException with(Consumer<BuildException> more) {
        BuildException copy = new BuildException(this, getCause());
        more.accept(copy);
        return copy;
    }

    /** What to do. */
    public BuildException hint(String advice) {
        return hint != null ? this : with(copy -> copy.hint = advice);
    }

    /** The kustomization file that asked for it. */
    public BuildException inKustomization(String path) {
        return kustomization != null ? this : with(copy -> copy.kustomization = path);
    }

    /** The field of that kustomization file, for example {@code patches[2]}; kept only if the kustomization is not known yet. */
    public BuildException inField(String name) {
        return field != null || kustomization != null ? this : with(copy -> copy.field = name);
    }

    /** The field through which the object concerned came into the build; it counts if the failure turns out to be of no other field. */
    public BuildException broughtBy(String path, String name) {
        return originKustomization != null
                ? this
                : with(copy -> {
                    copy.originKustomization = path;
                    copy.originField = name;
                });
    }

    /** Lays a failure of no other field to the field through which its object came into the build. */
    public BuildException atOrigin() {
        boolean open = kustomization == null && field == null && originKustomization != null;
        return !open
                ? this
                : with(copy -> {
                    copy.kustomization = originKustomization;
                    copy.field = originField;
                });
    }

    /** The input file. */
    public BuildException inFile(String path) {
        return file != null ? this : with(copy -> copy.file = path);
    }

    /** A file of settings that a kustomization names; a field known so far is one of that file, and part of what is wrong. */
    public BuildException inConfiguration(String path) {
        return inFile(path).with(copy -> copy.field = null);
    }

    /** The line of the input file, counted from 1; 0 if it is not known. */
    public BuildException atLine(int number) {
        return line != 0 ? this : with(copy -> copy.line = number);
    }

    /** The object, for example {@code apps/v1 Deployment default/web}. */
    public BuildException onObject(String id) {
        return object != null ? this : with(copy -> copy.object = id);
    }

    /**
     * The same failure of a kustomization file, laid to where the one who wrote that file took the field from.
     *
     * @param path the file that people know, or null if the field is of none
     * @param name the field there
     * @param number its line, 0 if it is not known; counts only where no other input file is concerned
     */
    public BuildException attributedTo(@Nullable String path, String name, int number) {
        return with(copy -> {
            boolean own = file == null || file.equals(kustomization);
            copy.kustomization = path;
            copy.field = name.isEmpty() ? null : name;
            if (own) {
                copy.file = path;
                copy.line = number;
            }
        });
    }

    /** The same failure, in which an input file goes by the name that people know; others keep theirs. */
    public BuildException fileKnownAs(String path, String known) {
        return path.equals(file) ? with(copy -> copy.file = known) : this;
    }

    /** What lies beneath. */
    public BuildException causedBy(Throwable cause) {
        return new BuildException(this, cause);
    }

    /** What is wrong, without place and advice. */
    public String what() {
        return what;
    }

    /** What to do about it. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** Path of the kustomization file in the tree. */
    public Optional<String> kustomization() {
        return Optional.ofNullable(kustomization);
    }

    /** Field of the kustomization file. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** Path of the input file in the tree. */
    public Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /** Line of the input file, counted from 1. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** The object concerned. */
    public Optional<String> object() {
        return Optional.ofNullable(object);
    }

    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder();
        if (kustomization != null) {
            text.append(kustomization).append(": ");
        }
        if (field != null) {
            text.append(field).append(": ");
        }
        if (file != null && !file.equals(kustomization)) {
            text.append(file);
            if (line > 0) {
                text.append(':').append(line);
            }
            text.append(": ");
        } else if (line > 0) {
            text.append("line ").append(line).append(": ");
        }
        if (object != null) {
            text.append(object).append(": ");
        }
        text.append(what);
        if (hint != null) {
            text.append(" (").append(hint).append(')');
        }
        return text.toString();
    }
}
